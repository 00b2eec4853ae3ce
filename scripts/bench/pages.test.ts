import { expect, it } from 'vitest'
import { initialFiles } from './pages.ts'

const manifest = {
  'index.html': { file: 'static/index.js', isEntry: true, imports: ['_react.js'], dynamicImports: ['page.tsx', 'wallet.tsx'] },
  '_react.js': { file: 'static/react.js' },
  'page.tsx': { file: 'static/page.js', imports: ['_react.js', '_table.js'], dynamicImports: ['dialog.tsx'] },
  '_table.js': { file: 'static/table.js', imports: ['_react.js'] },
  'dialog.tsx': { file: 'static/dialog.js' },
  'wallet.tsx': { file: 'static/wallet.js' },
  'style.css': { file: 'static/style.css' },
}

it('counts what a page imports at once, each file once, and nothing that comes later', () => {
  expect(initialFiles(manifest, 'page.tsx').sort()).toEqual(['static/index.js', 'static/page.js', 'static/react.js', 'static/table.js'])
})

it('does not measure a page that is not there', () => {
  expect(() => initialFiles(manifest, 'gone.tsx')).toThrow('gone.tsx')
})
