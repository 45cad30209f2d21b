// @ts-check
/**
 * Keeps a copy of the site on the device, for where there is no network, if the reader asks for it. The copy is the work of
 * service-worker.js; this is its switch. It comes with the first use, or when there is a copy already.
 */
import { define, say } from './main.js';
import { workerAt } from './trusted.js';

const ROOT = new URL('../../', import.meta.url);
const PREFIX = `waymark ${ROOT.pathname} `;

/** What stands between this device and a copy. @returns {Promise<ServiceWorkerRegistration | undefined>} */
const registration = async () => (await navigator.serviceWorker.getRegistrations()).find(({ scope }) => scope === ROOT.href);

const forget = async () => {
  await (await registration())?.unregister();
  for (const name of await caches.keys()) if (name.startsWith(PREFIX)) await caches.delete(name);
};

/** Waits until the copy is whole. @param {ServiceWorkerRegistration} made */
const isWhole = (made) => new Promise((resolve) => {
  const worker = made.installing ?? made.waiting ?? made.active;
  const look = () => {
    if (worker?.state === 'activated') resolve(true);
    if (worker?.state === 'redundant') resolve(false);
  };
  worker?.addEventListener('statechange', look);
  look();
});

define('offline', (element) => {
  const button = /** @type {HTMLButtonElement} */ (element.querySelector('button'));
  const status = /** @type {HTMLElement} */ (element.querySelector('[role="status"]'));
  const words = element.dataset;
  const install = document.createElement('link');
  install.rel = 'manifest';
  install.href = new URL('manifest.json', ROOT).href;

  const show = async () => {
    const hasCopy = !!(await registration())?.active;
    button.textContent = (hasCopy ? words.remove : words.keep) ?? '';
    // A copy makes the site one that browsers can install.
    hasCopy ? document.head.append(install) : install.remove();
    return hasCopy;
  };
  const keep = async () => {
    say(status, words.keeping ?? '');
    const made = await navigator.serviceWorker.register(workerAt(new URL('service-worker.js', ROOT)), { scope: ROOT.pathname });
    const isDone = await isWhole(made);
    if (!isDone) await forget();
    return isDone ? words.kept : words.failed;
  };
  const press = async () => {
    button.disabled = true;
    const said = await (await show() ? forget().then(() => words.removed) : keep()).catch((fault) => {
      console.error(fault);
      return words.failed;
    });
    button.disabled = false;
    await show();
    say(status, said ?? '');
  };
  // Only HTTPS and this very machine may have one.
  if (!navigator.serviceWorker) {
    button.disabled = true;
    say(status, words.failed ?? '');
    return;
  }
  button.addEventListener('click', press);
  show();
});
