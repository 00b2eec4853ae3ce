/** The languages the engine speaks. */
export type Language = 'en' | 'zh'

/** Whether the text holds a Chinese character. */
export const hasChinese = (text: string): boolean => /[\u3400-\u9fff]/.test(text)

/** The language most of the text is in; null when it holds neither Latin words nor Chinese characters. */
export function languageOf(text: string): Language | null {
  const chinese = (text.match(/[\u3400-\u9fff]/g) ?? []).length
  const latin = (text.match(/[A-Za-z]+/g) ?? []).length
  if (chinese === 0 && latin === 0) return null
  return chinese * 0.7 >= latin ? 'zh' : 'en'
}
