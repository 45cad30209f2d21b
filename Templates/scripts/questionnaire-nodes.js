// @ts-check
/** HTML of the compiled form as nodes of the page. */

const ELEMENTS = /^(a|aside|b|blockquote|br|code|d[dlt]|del|div|em|figure|h[2-6r]|img|li|ol|p|pre|s|section|small|span|strong|su[bp]|t[dhr]|table|tbody|thead|ul)$/;
const ATTRIBUTES = /^(alt|aria-label|class|dir|height|id|lang|role|scope|start|tabindex|width)$/;

/** HTML of our own renderer as nodes: nothing but the elements, attributes and schemes that it uses. */
export const nodesOf = (html, base) => {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  for (const element of body.querySelectorAll('*')) {
    if (!ELEMENTS.test(element.localName)) element.remove();
    for (const { name, value } of [...element.attributes]) {
      if (ATTRIBUTES.test(name)) continue;
      element.removeAttribute(name);
      if (name === 'href' || name === 'src') element.setAttribute(name, addressOf(value, base));
    }
  }
  return [...body.childNodes];
};

/** An address from another document. Within this site it has no host: one that has is shown as leading outside. */
export const addressOf = (value, base) => {
  const { protocol, origin, href } = URL.canParse(value, base) ? new URL(value, base) : location;
  return origin === location.origin ? href.slice(origin.length) : /^(https?|mailto|tel):$/.test(protocol) ? href : '';
};
