// Leads on from where a page lay before, with what stands behind the address: a page without scripts loses the anchor.
{
  const { to } = document.currentScript.dataset;
  location.replace(new URL(to, location.href).href + location.search + location.hash);
}
