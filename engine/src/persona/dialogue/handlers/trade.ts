import type { Act } from '../../intents/intent.ts'
import type { Good } from '../../knowledge/knowledge.ts'
import { numeralValue } from '../../text/numerals.ts'
import { trimmed } from '../../text/phrasing.ts'
import { terms } from '../../text/terms.ts'
import { translated } from '../glossary.ts'
import { anyUnit, findUnit, isFresh, labelOf, tell, tellAgain, tellNextOfLore } from '../telling.ts'
import { type Handler, inLanguage, listed, noteTopic, push, setTopic, type Turn } from '../turn.ts'
import { say } from '../wording.ts'
import { goalPhrase } from '../words-back.ts'
import { openTalk } from './subjects.ts'

const englishCurrencies: Readonly<Record<string, string>> = {
  文: 'wen',
  文钱: 'wen',
  两: 'taels',
  枚金币: 'gold coins',
  金币: 'gold coins',
}

const priceOf = (turn: Turn, good: Good, quantity = 1): string => {
  const currency = translated(good.currency, turn.language)
  return turn.language === 'zh'
    ? `${good.price * quantity}${currency.replace(/s$/, '')}`
    : `${good.price * quantity} ${englishCurrencies[currency] ?? currency}`
}

/** The good a clause names, or the last one when it says "it". */
function goodIn(turn: Turn, act: Act): Good | undefined {
  const { goods } = turn.knowledge.facts
  const asked = terms(act.normal)
  const named =
    goods.find(({ item }) => act.normal.includes(item)) ?? goods.find(({ item }) => terms(item).some((term) => asked.includes(term)))
  if (named) return named
  return turn.state.lastGood !== null && /\b(it|that|this|one|them|these|those|ones)\b|这个|那个|它/.test(act.normal)
    ? goods[turn.state.lastGood]
    : undefined
}

const wares = (turn: Turn, most: number): string =>
  listed(
    turn,
    turn.knowledge.facts.goods.slice(0, most).map((good) => good.item),
  )

/** A persona without priced goods sells nothing; what the card says of its shop is told. */
function withoutGoods(turn: Turn, act: Act) {
  if (act.intent === 'buys' && /\b(a question|help|advice|hand|minute|favor|talk)\b/.test(act.segment)) return openTalk(turn, act)
  const unit = (act.intent === 'asksWares' ? anyUnit(turn, ({ tags }) => tags.has('sell')) : null) ?? findUnit(turn, act.segment, 2.5)
  push(turn, unit ? tellAgain(turn, unit) : say(turn, 'noShop'))
}

const trades: Handler = (turn, act) => {
  const { goods } = turn.knowledge.facts
  if (goods.length === 0) return withoutGoods(turn, act)
  noteTopic(turn, inLanguage(turn, 'my wares', '我卖的东西'))
  const good = goodIn(turn, act)
  if (act.intent === 'asksWares' || (act.intent === 'asksPrice' && !good && act.subject === '')) return listWares(turn)
  if (act.intent === 'haggles') return haggle(turn, good ?? goods[turn.state.lastGood ?? 0])
  if (!good) return notInStock(turn, act)
  turn.state.lastGood = goods.indexOf(good)
  setTopic(turn, labelOf(turn, good.unit), null, '', good.unit)
  if (act.intent === 'asksPrice') {
    const named = goods.filter(({ item }) => act.normal.includes(item))
    return push(turn, ...(named.length > 1 ? named : [good]).map((each) => say(turn, 'price', { x: each.item, p: priceOf(turn, each) })))
  }
  sell(turn, good, numeralValue(act.groups[1] ?? '1') || 1)
}

function listWares(turn: Turn) {
  const priced = turn.knowledge.facts.goods
    .slice(0, 5)
    .map((good) => inLanguage(turn, `${good.item} at ${priceOf(turn, good)}`, `${good.item}（${priceOf(turn, good)}）`))
  push(turn, say(turn, 'shopList', { list: listed(turn, priced) }))
  if (turn.mayAsk) turn.questions.push(say(turn, 'shopAsk'))
}

function haggle(turn: Turn, good: Good | undefined) {
  if (!good) return listWares(turn)
  const asked =
    turn.pending?.kind === 'deal'
      ? turn.pending
      : { kind: 'deal' as const, quantity: inLanguage(turn, 'One', '1'), item: good.item, price: priceOf(turn, good) }
  push(turn, say(turn, 'haggle', { p: asked.price }))
  turn.state.pending = { ...asked, turn: turn.state.turn }
}

function notInStock(turn: Turn, act: Act) {
  const buying = act.intent === 'buys'
  const wanted = trimmed((buying ? act.groups[2] : undefined) ?? act.subject).replace(/^(the|a|an|some)\s+/, '')
  if (buying && /^(one|it|that|this|这个|那个)?$/.test(wanted))
    return push(turn, say(turn, 'shopAsk'), say(turn, 'shopList', { list: wares(turn, 3) }))
  if (buying && wanted.split(' ').length > 4) return openTalk(turn, act)
  const unit = buying ? null : findUnit(turn, wanted, 2)
  if (unit) return push(turn, tellAgain(turn, unit))
  push(turn, say(turn, 'noStock', { x: wanted || inLanguage(turn, 'that', '那个') }), say(turn, 'shopList', { list: wares(turn, 3) }))
}

function sell(turn: Turn, good: Good, quantity: number) {
  const chinese = turn.language === 'zh'
  const item = quantity > 1 && !chinese && !good.item.endsWith('s') ? `${good.item}s` : good.item
  const price = priceOf(turn, good, quantity)
  push(turn, say(turn, 'buy', { q: !chinese && quantity === 1 ? 'one' : quantity, x: item, p: price }))
  turn.state.pending = { kind: 'deal', quantity: !chinese && quantity === 1 ? 'One' : String(quantity), item, price, turn: turn.state.turn }
}

const asksQuest: Handler = (turn) => {
  const unit = anyUnit(turn, ({ tags }) => tags.has('quest'))
  const goal = turn.knowledge.facts.goals[0]
  if (!unit) return push(turn, goal ? say(turn, 'questGoal', { a: goalPhrase(goal, turn.language) }) : say(turn, 'questNone'))
  push(turn, isFresh(turn, unit.key) ? tell(turn, unit, 'quest') : tellAgain(turn, unit))
  tellNextOfLore(turn, unit)
  turn.state.pending = { kind: 'quest', turn: turn.state.turn }
}

/** Wares, prices, haggling and quests of personas that keep a shop. */
export const tradeHandlers: Readonly<Record<string, Handler>> = {
  asksWares: trades,
  asksPrice: trades,
  buys: trades,
  haggles: trades,
  asksQuest,
  acceptsQuest: (turn) => {
    push(turn, say(turn, 'questOk'))
    turn.state.rapport += 0.1
  },
}
