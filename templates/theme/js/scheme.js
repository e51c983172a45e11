// Before the first paint, so that a remembered choice of colours does not flash.
try {
  document.documentElement.style.colorScheme = localStorage.getItem("dossier-scheme") ?? "";
} catch {
  // No storage: the system's colours hold.
}
