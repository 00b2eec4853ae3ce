import '../ui/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { loadSentences } from '../lib/sentences.ts'
import { preferredLanguage, showLanguage } from '../lib/text/language.ts'
import { followSystemTheme } from '../lib/theme.ts'
import { restoreWallet } from '../wallet/wallet-host.tsx'
import { App } from './app.tsx'

followSystemTheme()
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
await showLanguage(preferredLanguage())
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
// Chinese names and prompts appear on English pages too; their faces come after the page, and so does what errors say.
const whenIdle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200))
whenIdle(() => {
  void import('../lib/fonts-chinese.ts')
  void loadSentences()
})
restoreWallet()
