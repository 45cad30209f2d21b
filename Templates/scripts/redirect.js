// @ts-check
/**
 * At an old address: leads on, and takes along the place on the page, or the answers of a questionnaire, which servers and the
 * element that leads on without script leave behind. It runs before the page is read, and needs nothing but its own element.
 */
const { to, queries = '' } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

/** Queries, each with where it leads; what asks for most goes first. @type {[URLSearchParams, string][]} */
const leading = [...queries.matchAll(/(\S+) (\S+)/g)].map(([, query, target]) => [new URLSearchParams(query), target]);
leading.sort(([one], [other]) => [...other].length - [...one].length);

const asked = new URLSearchParams(location.search);
const [, target = to] = leading.find(([query]) => [...query].every(([name, value]) => asked.getAll(name).includes(value))) ?? [];
if (target) {
  // Else the element that follows would lead on too, without the place.
  stop();
  location.replace(new URL(target, location.href).href + location.hash);
}
