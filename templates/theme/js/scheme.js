// Before the first paint; see assets.html.
try {
  document.documentElement.style.colorScheme = localStorage.getItem("dossier-scheme") ?? "";
} catch {
  // No storage: the system's colours hold.
}
