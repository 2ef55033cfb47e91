/** Written in when the console is built: the files of the page without a server, and which build they are of. */
declare const __OFFLINE_FILES__: readonly string[]
declare const __OFFLINE_VERSION__: string

interface Waits extends Event { waitUntil(work: Promise<unknown>): void }
interface Asks extends Waits { readonly request: Request; respondWith(answer: Promise<Response>): void }
interface Worker {
  addEventListener(name: 'install' | 'activate', act: (event: Waits) => void): void
  addEventListener(name: 'fetch', act: (event: Asks) => void): void
  skipWaiting(): Promise<void>
  readonly clients: { claim(): Promise<void> }
  readonly location: Location
}

const worker = globalThis as unknown as Worker
const files = __OFFLINE_FILES__
const PREFIX = 'filiaal-offline-'
const kept = PREFIX + __OFFLINE_VERSION__
const PAGE = '/offline.html'

/** Keeps the page without a server and its code, each file as the server sent it, with the headers that guard it. */
const keep = async () => {
  await (await caches.open(kept)).addAll(files.map(file => new Request(file, { cache: 'no-cache' })))
  await worker.skipWaiting()
}

const forgetOlder = async () => {
  const older = (await caches.keys()).filter(name => name.startsWith(PREFIX) && name !== kept)
  await Promise.all(older.map(name => caches.delete(name)))
  await worker.clients.claim()
}

const fromKept = async (request: Request, path: string) => await (await caches.open(kept)).match(path) ?? fetch(request)

/** Whoever opens the console while there is no server comes to the page that works without one. */
const orOffline = async (request: Request) => {
  const away = () => Response.redirect(PAGE, 302)
  try {
    const answer = await fetch(request)
    return [502, 503, 504].includes(answer.status) ? away() : answer
  } catch {
    return away()
  }
}

worker.addEventListener('install', event => event.waitUntil(keep()))
worker.addEventListener('activate', event => event.waitUntil(forgetOlder()))
worker.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== worker.location.origin) return
  if (files.includes(pathname)) event.respondWith(fromKept(request, pathname))
  else if (request.mode === 'navigate' && (pathname === '/' || pathname === '/index.html')) event.respondWith(orOffline(request))
})
