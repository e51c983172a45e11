// Before the first paint, so that a remembered choice of colours does not flash.
(() => {
  let scheme = null;
  try {
    scheme = localStorage.getItem("dossier-scheme");
  } catch {
    // No storage: the system's colours hold.
  }
  if (scheme) document.documentElement.style.colorScheme = scheme;
})();
