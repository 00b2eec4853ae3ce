import { hasChinese, type Language } from '../text/language.ts'

/** A card's text with {{char}} and {{user}} written out. */
export const filledTemplate = (template: string, name: string, language: Language): string =>
  template
    .replace(/\{\{char\}\}|<BOT>/gi, name)
    .replace(/\{\{user\}\}|<USER>/gi, language === 'zh' || hasChinese(template) ? '对方' : 'the other person')
    .replace(/\r/g, '')
