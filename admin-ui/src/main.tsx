import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Console } from './console/Console.tsx'
import { firstLanguage, loadMessages } from './console/language.ts'

/** Browsers that do not know Temporal yet get it before anything counts a day. */
const withTemporal = async () => {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global')
}

const start = async () => {
  await Promise.all([withTemporal(), loadMessages(firstLanguage())])
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<StrictMode><Console /></StrictMode>)
}

void start()
