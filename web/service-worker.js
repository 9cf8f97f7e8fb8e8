// Answers the page's requests for its own files from the copies it keeps, so that the page works without a network. It
// answers GET for the files below and nothing else, sends nothing anywhere, and understands one message: "take over".

const name = `mqlab ${registration.scope} ${version}`;
const address = (file) => new URL(file, registration.scope).href;

addEventListener('install', (event) => {
  const requests = files.map((file) => new Request(address(file), { cache: 'no-cache' }));
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(requests)));
});

addEventListener('message', (event) => {
  if (event.data === 'take over') skipWaiting();
});

addEventListener('activate', (event) => {
  const isOld = (one) => one.startsWith(`mqlab ${registration.scope} `) && one !== name;
  event.waitUntil(caches.keys().then((all) => Promise.all(all.filter(isOld).map((one) => caches.delete(one)))));
});

addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  const [plain] = url.split('#');
  const asked = plain === address('index.html') ? registration.scope : plain;
  if (method !== 'GET' || !files.some((file) => address(file) === asked)) return;
  // Not by opening the cache, which would make one that was forgotten anew.
  event.respondWith(caches.match(asked, { cacheName: name }).then((kept) => kept ?? fetch(event.request)));
});
