"""Waymark's search and Pagefind's, asked in one browser: both give the addresses of the first three results."""

# What a page loads is what counts; the engine is asked through its source, because the published file keeps it inside.
WAYMARK = """async (text) => {
  const scripts = document.querySelector('script[type=module]').src.replace(/[^/]*$/, '');
  await import(`${scripts}search.js`);
  const [{ search }, { SearchFiles }] = await Promise.all(['engine', 'files'].map((name) => import(`/source/search-${name}.js`)));
  const files = globalThis.files ??= new SearchFiles(async (path) => (await fetch('/' + path)).json());
  const { records } = await search(files, text);
  return (await Promise.all(records.slice(0, 3).map((number) => files.record(number)))).map(({ url }) => url);
}"""
PAGEFIND = """async (text) => {
  const pagefind = await import('/pagefind/pagefind.js');
  const { results } = await pagefind.search(text);
  return (await Promise.all(results.slice(0, 3).map((result) => result.data()))).map(({ url }) => url.replace(/^[/]/, ''));
}"""

# What readers see of the first three results, and the questionnaire that a sentence leads into.
WAYMARK_SHOWN = """async (text) => {
  const [{ search }, { SearchFiles }, { understand }] = await Promise.all(['engine', 'files', 'said'].map((name) => import(`/source/search-${name}.js`)));
  const files = globalThis.files ??= new SearchFiles(async (path) => (await fetch('/' + path)).json());
  const said = await files.said();
  const form = said.forms[understand(text, said)?.form ?? -1]?.url;
  const { records } = await search(files, text);
  const shown = await Promise.all(records.slice(0, 3).map((number) => files.record(number)));
  return [...shown.map(({ url, title, text }) => [url, `${title} ${text}`]), ...form ? [[form, '']] : []];
}"""
PAGEFIND_SHOWN = """async (text) => {
  const pagefind = await import('/pagefind/pagefind.js');
  const { results } = await pagefind.search(text);
  const shown = await Promise.all(results.slice(0, 3).map((result) => result.data()));
  return shown.map(({ url, meta, excerpt, sub_results: parts }) => [url.replace(/^[/]/, ''),
    [meta.title, excerpt, ...parts.flatMap((part) => [part.title, part.excerpt])].join(' ').replace(/<[^>]+>/g, '')]);
}"""


def page(url):
    return url.split("#")[0]


def wanted(query):
    """The pages of the addresses that a query of Tests/Fixtures is to find."""
    return {page(url) for key in ("first", "near") for url in ([query[key]] if isinstance(query.get(key), str) else query.get(key, []))}
