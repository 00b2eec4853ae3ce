import type { CardTranslation, CharacterCard } from '@daedal/protocol/generation/character-card'
import { hasChinese, type Language, languageOf } from '../text/language.ts'
import { cleaned } from '../text/normalise.ts'
import { escaped } from '../text/phrasing.ts'
import { sentences } from '../text/sentences.ts'
import { terms } from '../text/terms.ts'
import { distinctFacts, noFacts, readField, readUnit } from './facts.ts'
import { addressed, firstPerson, type Gender, startsWithPersona } from './first-person.ts'
import type { Era, Facts, Knowledge, Lore, Source, Unit } from './knowledge.ts'
import { styleOf } from './style.ts'
import { tagsOf } from './tags.ts'
import { voiceOf } from './voice.ts'

/** The language a card is written in. */
export function cardLanguage(card: CharacterCard): Language {
  const { data } = card
  return (
    data.extensions.daedal?.language ?? languageOf(data.description + data.personality + data.scenario) ?? languageOf(data.name) ?? 'en'
  )
}

/** What a persona knows for a talk in `language`: its translation where it has one, else the card's own text. */
export function buildKnowledge(card: CharacterCard, language: Language): Knowledge {
  const own = cardLanguage(card)
  const extension = card.data.extensions.daedal ?? {}
  const translation = language === own ? undefined : extension.translations?.[language]
  const text: CardText = translation
    ? { ...translation, mes_example: translation.mes_example ?? '', lore: translation.lore ?? [], age: extension.age }
    : { ...extension, ...card.data, name: card.data.nickname || card.data.name, lore: ownLore(card), age: extension.age }
  return knowledgeOf(card, text, translation ? language : own)
}

type LoreText = NonNullable<CardTranslation['lore']>[number]

const ownLore = (card: CharacterCard): LoreText[] =>
  (card.data.character_book?.entries ?? [])
    .filter(({ enabled, content }) => enabled && content !== '')
    .map(({ keys, secondary_keys, content }) => ({ keys: [...keys, ...(secondary_keys ?? [])], content }))

type CardText = Partial<CardTranslation> &
  Pick<CharacterCard['data'], 'name' | 'description' | 'personality' | 'scenario' | 'first_mes' | 'mes_example'> & {
    age?: number | undefined
    lore: readonly LoreText[]
  }

function knowledgeOf(card: CharacterCard, text: CardText, language: Language): Knowledge {
  const name = cleaned(text.name, 80) || (language === 'zh' ? '无名' : 'Nameless')
  const filled = (template: string) => template.replace(/\{\{char\}\}|<BOT>/gi, name).replace(/\r/g, '')
  const [description, personality, scenario] = [filled(text.description), filled(text.personality), filled(text.scenario)]
  const prose = `${description} ${personality} ${scenario}`
  const gender = card.data.extensions.daedal?.gender ?? genderOf(prose)
  const facts: Facts = {
    ...noFacts(),
    age: text.age ?? null,
    job: cleaned(text.occupation ?? '', 120),
    likes: (text.likes ?? []).map((like) => cleaned(like, 120)),
    goals: (text.goals ?? []).map((goal) => cleaned(goal, 300)),
  }
  const reader = createReader({ name, gender, language, facts })
  reader.read(description, 'description')
  for (const fact of text.facts ?? []) reader.add(cleaned(fact, 600), 'facts', true, null)
  reader.read(scenario, 'scenario')
  for (const sentence of sentences(personality))
    if (isAboutPersona(sentence)) reader.add(firstPerson(sentence, name, gender), 'personality', true, null)
  const lore = reader.readLore(text.lore)
  for (const unit of reader.units) readUnit(facts, unit)

  const traitText = `${(text.traits ?? []).join(', ')} ${personality} ${card.data.tags.join(' ')}`
  const { style, traits } = styleOf(traitText, `${description} ${facts.job}`)
  const keys = lore.flatMap((entry) => entry.keys).join(' ')
  return {
    name,
    language,
    gender,
    units: reader.units,
    lore,
    facts: distinctFacts(facts),
    ...voiceOf(filled(text.mes_example), filled(text.first_mes), name),
    style,
    traits: [...new Set([...(text.traits ?? []), ...traits])],
    era: eraOf(`${prose} ${card.data.tags.join(' ')} ${facts.job} ${keys}`.toLowerCase()),
    greeting: filled(text.first_mes),
    frequencies: frequenciesOf(reader.units, lore),
    averageLength: reader.units.reduce((sum, unit) => sum + unit.terms.length, 0) / (reader.units.length || 1) || 1,
  }
}

/** Turns prose into units; the facts it is given take the "key: value" lines. */
function createReader({ name, gender, language, facts }: { name: string; gender: Gender; language: Language; facts: Facts }) {
  const units: Unit[] = []
  const add = (sentence: string, source: Source, self: boolean, lore: number | null): Unit | null => {
    const text = cleaned(sentence, 600).replace(/\{\{user\}\}/gi, () => (hasChinese(sentence) ? '你' : 'you'))
    if (text.length < 3) return null
    const at = units.length
    const spoken = languageOf(text) ?? language
    const unit: Unit = { key: `${language}${at}`, at, text, source, language: spoken, tags: tagsOf(text), terms: terms(text), self, lore }
    units.push(unit)
    return unit
  }
  const read = (prose: string, source: Source) => {
    for (const line of prose.split('\n')) {
      const field = /^\s*[-*•]?\s*["[]?([A-Za-z ]{2,20}|[\u4e00-\u9fff]{1,6})["\]]?\s*[:：]\s*(.+)$/.exec(line)
      if (field?.[1] && field[2] && readField(facts, field[1].trim().toLowerCase(), cleaned(field[2], 500))) continue
      let about = true
      for (const sentence of sentences(line.replace(/^[-*•#]\s*/, ''))) {
        if (startsWithPersona(sentence, name, gender)) about = true
        else if (source === 'scenario' || /^(The|A|An|This|It|There)\b/.test(sentence))
          about = source === 'description' && /\b(she|he|her|his)\b/i.test(sentence)
        add(firstPerson(addressed(sentence), name, gender, about || source === 'description'), source, about, null)
      }
    }
  }
  const readLore = (entries: readonly LoreText[]): Lore[] => {
    const found: Lore[] = []
    for (const entry of entries) {
      const keys = entry.keys.map((key) => cleaned(key, 80).toLowerCase()).filter((key) => key !== '')
      const lore: Lore = { keys, keyTerms: keys.map(terms), units: [] }
      for (const sentence of sentences(entry.content.replace(/\{\{char\}\}|<BOT>/gi, name))) {
        const own =
          startsWithPersona(sentence, name, gender, true) || new RegExp(`\\b${escaped(name.split(' ')[0] ?? name)}\\b`).test(sentence)
        const unit = add(firstPerson(addressed(sentence), name, gender, own && !hasChinese(sentence)), 'lore', false, found.length)
        if (unit) lore.units.push(unit)
      }
      found.push(lore)
    }
    return found
  }
  return { units, add, read, readLore }
}

const isAboutPersona = (sentence: string): boolean =>
  /\b(she|he|they|i)\b/i.test(sentence) || (hasChinese(sentence) && sentence.length > 12 && /[她他]|因为|时候/.test(sentence))

function genderOf(prose: string): Gender {
  const count = (pattern: RegExp) => (prose.toLowerCase().match(pattern) ?? []).length
  const female = count(/\b(she|her)\b/g) + count(/她|女/g)
  const male = count(/\b(he|his|him)\b/g) + count(/他|男/g)
  if (female > male) return 'female'
  if (male > 0) return 'male'
  const machine = count(/\b(robot|android|golem|machine|automaton|drone|ai)\b/g) > 0 ? count(/\bits?\b/g) : 0
  return machine > count(/\b(they|their)\b/g) ? 'machine' : 'neutral'
}

function eraOf(world: string): Era {
  if (/唐代|唐朝|宋代|宋朝|明代|清代|古代|江湖|武侠|修仙|长安|掌柜/.test(world)) return 'ancient-chinese'
  if (
    /\b(medieval|wizard|knight|elf|dragon|potion|tavern|kingdom|sword|castle|dwarf|alchemist|sorcer|goblin|fantasy|guild|witch)/.test(world)
  )
    return 'fantasy'
  if (/魔法|王国|精灵|骑士|巨龙|药水|冒险者|法师/.test(world)) return 'fantasy'
  if (/\b(starship|space station|galaxy|cyberpunk|android|neon|orbital|spaceship|colony ship|mars)\b|太空|赛博|星际|飞船|仿生/.test(world))
    return 'scifi'
  return /\b(victorian|1[0-8]\d\d s?|pirate|samurai|wild west|roman)\b/.test(world) ? 'historic' : 'modern'
}

function frequenciesOf(units: readonly Unit[], lore: readonly Lore[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const unit of units) {
    const keyTerms = unit.lore === null ? [] : (lore[unit.lore]?.keyTerms.flat() ?? [])
    for (const term of new Set([...unit.terms, ...keyTerms])) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return counts
}
