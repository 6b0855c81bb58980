// What a document is made of, and where its addresses lead: as [element or element[attribute], address, …].
root => {
  const parts = new Set(), leads = [];
  const carriers = /^(href|xlink:href|src|srcset|action|formaction|data|poster|background|cite|ping)$/;
  for (const element of root.querySelectorAll("*")) {
    parts.add(element.localName);
    for (const {name, value} of element.attributes) {
      parts.add(`${element.localName}[${name}]`);
      if (!carriers.test(name) || value === "data:,") continue; // the empty icon of print pages
      const address = URL.canParse(value, location.href) ? new URL(value, location.href).protocol : "?";
      if (!["http:", "https:", "mailto:", "file:"].includes(address)) leads.push(`${element.localName}[${name}=${value}]`);
    }
  }
  return {parts: [...parts], leads};
}
