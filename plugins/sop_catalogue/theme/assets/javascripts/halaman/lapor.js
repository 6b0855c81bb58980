/* A report by mail says which page it is about; the address alone is in the page. */

export function nameReports() {
  const links = /** @type {NodeListOf<HTMLAnchorElement>} */ (
    document.querySelectorAll('a[data-sop-lapor][href^="mailto:"]')
  );
  for (const link of links) {
    const about = { subject: `Kesalahan di halaman: ${document.title}`, body: `${location.href}\n\n` };
    const said = Object.entries(about).map(([key, text]) => `${key}=${encodeURIComponent(text)}`);
    link.href += `?${said.join("&")}`;
  }
}
