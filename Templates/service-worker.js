// @ts-check
// The offline copy of a site, kept only if a reader asked for it. The build writes in front of this
//     const SITE = { version, files };
// with no version when the site offers no copy, or no longer: then it takes away what there is.
// Online every page comes from the network, so that nobody reads an old policy; the copy answers when the network does not.

/** @type {any} */
const worker = self;
const { pathname } = new URL('./', location.href);
// Several sites may share a host, and with it the caches.
const PREFIX = `waymark ${pathname} `;
const NAME = PREFIX + SITE.version;
const isForEver = (/** @type {URL} */ url) => url.pathname.startsWith(`${pathname}assets/`);

const fill = async () => {
  if (!SITE.version) return worker.skipWaiting();
  const cache = await caches.open(NAME);
  // All or nothing; a copy that lacks a file would be found out only where there is no network.
  await cache.addAll(SITE.files.map((/** @type {string} */ file) => new Request(pathname + file, { cache: 'no-cache' })));
  await worker.skipWaiting();
};

const takeOver = async () => {
  for (const name of await caches.keys()) if (name.startsWith(PREFIX) && (name !== NAME || !SITE.version)) await caches.delete(name);
  if (SITE.version) await worker.clients.claim();
  else await worker.registration.unregister();
};

/** @param {Request} request */
const answer = async (request) => {
  const url = new URL(request.url);
  const cache = await caches.open(NAME);
  const kept = () => cache.match(request, { ignoreSearch: true });
  if (isForEver(url)) {
    const known = await kept();
    if (known) return known;
  }
  try {
    const fresh = await fetch(request.mode === 'navigate' ? new Request(request.url, { cache: 'no-cache', redirect: 'manual' }) : request);
    if (fresh.ok) cache.put(request.url.split(/[?#]/)[0], fresh.clone());
    return fresh;
  } catch (fault) {
    const copy = await kept() ?? (request.mode === 'navigate' ? await cache.match(`${pathname}404.html`) : undefined);
    if (!copy) throw fault;
    return copy;
  }
};

worker.addEventListener('install', (/** @type {any} */ event) => event.waitUntil(fill()));
worker.addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(takeOver()));
worker.addEventListener('fetch', (/** @type {any} */ event) => {
  const { request } = event;
  const { origin, pathname: path } = new URL(request.url);
  // What is not to be stored was requested for the log of the server.
  if (request.cache === 'no-store') return;
  if (SITE.version && request.method === 'GET' && origin === location.origin && path.startsWith(pathname)) event.respondWith(answer(request));
});
