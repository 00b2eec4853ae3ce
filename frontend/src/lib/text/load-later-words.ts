import { i18n } from './language.ts'
import { laterWords } from './later-words.ts'

// Whatever shows these words imports this file, and so loads them with itself.
i18n.load('en', laterWords)
