import { numeralValue } from '../../text/numerals.ts'
import { capitalised, trimmed, withArticle } from '../../text/phrasing.ts'
import { terms } from '../../text/terms.ts'
import { ask, askSomething } from '../asking.ts'
import { translated } from '../glossary.ts'
import { matchingFact } from '../matching-fact.ts'
import { remember } from '../memory.ts'
import { findUnit, isFresh, tell } from '../telling.ts'
import { type Handler, inLanguage, listed, push, type Turn } from '../turn.ts'
import { say } from '../wording.ts'
import { toSecondPerson } from '../words-back.ts'

/** Takes the player's name and greets them by it. */
export function takeName(turn: Turn, given: string) {
  const { state } = turn
  const name = (trimmed(given).split(/ (?:and|but|from|by) /i)[0] ?? '').slice(0, 40)
  const old = state.playerName
  state.playerName = name
  state.counts.set('asked name', 1)
  remember(turn, 'name', name, inLanguage(turn, `your name is ${name}`, `你叫${name}`))
  push(turn, old && old !== name ? say(turn, 'rename', { old, u: name }) : say(turn, 'niceMeet', { u: name }))
  state.rapport += 0.1
  turn.addressed = true
  askSomething(turn)
}

/** Takes the player's occupation; tells something of the card when it has to do with it. */
export function takeJob(turn: Turn, given: string) {
  const job = given.replace(/^(an?|the)\s+/, '')
  const works = job.startsWith('work ')
  const clause = inLanguage(turn, works ? `you ${job}` : `you’re ${withArticle(job)}`, `你是${job}`)
  remember(turn, 'job', job, clause)
  push(turn, works && turn.language === 'en' ? say(turn, 'ackFact', { f: clause }) : say(turn, 'ackJob', { job, ajob: withArticle(job) }))
  tellRelatedOrAsk(turn, job, 2.5)
}

/** Takes where the player is from. */
export function takeOrigin(turn: Turn, given: string) {
  const place = turn.language === 'zh' ? given : given.split(' ').map(capitalised).join(' ')
  remember(turn, 'from', place, inLanguage(turn, `you’re from ${place}`, `你是${place}来的`))
  push(turn, say(turn, 'ackFrom', { x: place }))
}

/** Takes what the player likes; says whether the persona shares it. */
export function takeLike(turn: Turn, given: string) {
  const { facts } = turn.knowledge
  const liked = given.replace(/^to\s+/, '').replace(/(?:\s+(?:very much|a lot|so much|too))+$/i, '')
  remember(turn, 'like', liked, inLanguage(turn, `you like ${liked}`, `你喜欢${liked}`))
  const shared = matchingFact(turn, facts.likes, liked)
  const disliked = shared ? undefined : matchingFact(turn, facts.dislikes, liked)
  if (shared) push(turn, say(turn, 'shareLike', { x: translated(shared, turn.language) }))
  else if (disliked) push(turn, say(turn, 'clashDislike', { x: translated(disliked, turn.language) }))
  else push(turn, say(turn, 'ackLike', { x: liked }))
  tellRelatedOrAsk(turn, liked, 2.2)
}

function tellRelatedOrAsk(turn: Turn, subject: string, least: number) {
  const unit = findUnit(turn, subject, least)
  if (unit && isFresh(turn, unit.key)) push(turn, tell(turn, unit, 'link'))
  else ask(turn, 'fact')
}

const tellsName: Handler = (turn, act) => {
  const name = trimmed(act.subject)
  if (/^(not|so|very|a|the|sure|fine)$/i.test(name)) return turn.handle(turn, null, act)
  takeName(turn, turn.language === 'zh' ? name : name.split(' ').map(capitalised).join(' '))
}

const notJobs =
  /^(?:bit|little|lot|big fan|fan|good|bad|huge|mess|person|human|friend|stranger|customer|morning|night|new|vegetarian|vegan|traveler|traveller|man|woman|girl|boy)\b/

const tellsJob: Handler = (turn, act) => {
  if (turn.language === 'zh' || !notJobs.test(act.subject)) return takeJob(turn, act.subject)
  const clause = `you’re ${withArticle(act.subject)}`
  remember(turn, 'fact', act.subject, clause)
  push(turn, say(turn, 'ackFact', { f: clause }))
}

const tellsDislike: Handler = (turn, act) => {
  const { facts } = turn.knowledge
  const disliked = toSecondPerson(act.subject, turn.language)
  remember(turn, 'dislike', disliked, inLanguage(turn, `you don’t like ${disliked}`, `你不喜欢${disliked}`))
  const liked = matchingFact(turn, facts.likes, disliked)
  const shared = matchingFact(turn, facts.dislikes, disliked)
  if (liked) push(turn, say(turn, 'shareClash', { x: translated(liked, turn.language) }))
  else push(turn, say(turn, shared ? 'shareDislike' : 'ackDislike', { x: shared ? translated(shared, turn.language) : disliked }))
}

const tellsHave: Handler = (turn, act) => {
  const chinese = turn.language === 'zh'
  const cutTail = (text: string) => text.replace(/\b(?:and|but) (?:i|you|what|do|he|she|it)\b.*$/, '').trim()
  const thing = toSecondPerson(cutTail(act.subject), turn.language)
  const clause = chinese
    ? `你有${thing.replace(/^[只条个辆台匹间套]/, (counter) => `一${counter}`)}`
    : cutTail(toSecondPerson(trimmed(act.groups[0] ?? ''), 'en'))
  const name = (/(?:named|called)\s+([a-z]+)/.exec(act.normal) ?? /叫([\u4e00-\u9fff]{1,4})/.exec(act.normal))?.[1]
  const animal = (/\b(dog|cat|puppy|kitten|parrot|rabbit|hamster|horse|fish|turtle|bird)\b/.exec(act.normal) ??
    /(狗|猫|鸟|兔|仓鼠|鱼|龟)/.exec(act.normal))?.[1]
  const named = name ? clause.replace(name, capitalised(name)) : clause
  remember(turn, 'have', thing, named)
  if (name && animal)
    remember(
      turn,
      `pet:${animal}`,
      capitalised(name),
      inLanguage(turn, `your ${animal} is called ${capitalised(name)}`, `你的${animal}叫${name}`),
    )
  push(turn, say(turn, 'ackFact', { f: named }))
  if (animal) ask(turn, 'pet', { x: name ? capitalised(name) : inLanguage(turn, `your ${animal}`, '它') })
  else ask(turn, 'fact')
}

const tellsRel: Handler = (turn, act) => {
  const [whole = '', who = '', link = ''] = act.groups
  const said = trimmed(act.groups.at(-1) ?? '')
  const verb = /\b(is|are|was|has|loves|likes|works)\b/.exec(whole.slice(whole.indexOf(who) + who.length))?.[1] ?? 'is'
  const isName = whole.includes(' name') || /^(dog|cat|hometown)$/.test(who)
  const value = isName ? said.split(' ').map(capitalised).join(' ') : toSecondPerson(said, 'en')
  const clause = inLanguage(turn, `your ${who}${whole.includes(' name') ? '’s name' : ''} ${verb} ${value}`, `你${who}${link}${said}`)
  remember(turn, who, said, clause)
  push(turn, say(turn, 'ackFact', { f: clause }))
  ask(turn, 'fact')
}

const recallKinds: readonly (readonly [RegExp, RegExp])[] = [
  [/how old|my age|多大|几岁|年龄/, /^age$/],
  [/(?:my|i) (?:\w+ )?(?:job|do for|work|living|profession)|做什么|工作|职业/, /^job$/],
  [/where (?:am i|do i|i am|i come)|from\b|哪里|哪儿|住在/, /^from$/],
  [/(?:not like|hate|dislike)|讨厌|不喜欢/, /^dislike$/],
  [/\bi (?:like|love|enjoy)|喜欢|爱/, /^(like|fav)/],
  [/feel|mood|心情/, /^feel$/],
  [/\bname\b|叫什么(?!.*的)/, /^(pet|name)/],
]

const recallFact: Handler = (turn, act) => {
  const { memories } = turn.state
  const { normal } = act
  if (/\b(?:know|remember) about me\b|知道我什么|了解我|记得我(什么|吗|多少)|about me/.test(normal)) {
    const told = memories.filter(({ kind }) => kind !== 'feel').slice(-4)
    return push(
      turn,
      told.length > 0
        ? say(turn, 'recallFact', {
            f: listed(
              turn,
              told.map(({ clause }) => clause),
            ),
          })
        : say(turn, 'recallNone'),
    )
  }
  const named = (prefix: string) => memories.filter(({ kind }) => kind.startsWith(prefix) && normal.includes(kind.slice(prefix.length)))
  const kind = recallKinds.find(([asked]) => asked.test(normal))?.[1]
  const candidates = [named('pet:').slice(-1), named(''), named('fav:'), kind ? memories.filter((memory) => kind.test(memory.kind)) : []]
  let found = candidates.find((list) => list.length > 0) ?? []
  if (found.length === 0) {
    const asked = new Set(terms(normal))
    const shared = memories.map((memory) => ({ memory, hits: terms(memory.clause).filter((term) => asked.has(term)).length }))
    const best = shared.filter(({ hits }) => hits > 0).sort((a, b) => b.hits - a.hits)[0]
    if (best) found = [best.memory]
  }
  push(
    turn,
    found.length > 0
      ? say(turn, 'recallFact', {
          f: listed(
            turn,
            found.slice(-3).map(({ clause }) => clause),
          ),
        })
      : say(turn, 'recallNone'),
  )
}

const recallName: Handler = (turn, act) => {
  const { playerName, memories } = turn.state
  if (/who am i|我是谁/.test(act.normal) && memories.length > 0)
    return push(
      turn,
      say(turn, 'whoAmI', {
        x: listed(
          turn,
          memories.slice(0, 4).map(({ clause }) => clause),
        ),
      }),
    )
  push(turn, say(turn, playerName ? 'recallName' : 'recallNameNone'))
  if (!playerName) turn.state.pending = { kind: 'name', turn: turn.state.turn }
}

/** What players tell of themselves, and what they ask to be remembered. */
export const playerHandlers: Readonly<Record<string, Handler>> = {
  tellsName,
  tellsJob,
  tellsDislike,
  tellsHave,
  tellsRel,
  tellsFrom: (turn, act) => takeOrigin(turn, act.subject),
  tellsLike: (turn, act) => takeLike(turn, toSecondPerson(act.subject.replace(/\b(?:and|but) (?:i|you|what|do)\b.*$/, ''), turn.language)),
  tellsAge: (turn, act) => {
    const age = numeralValue((turn.language === 'zh' ? act.groups[2] : act.groups[1]) ?? '')
    remember(turn, 'age', String(age), inLanguage(turn, `you’re ${age}`, `你${age}岁`))
    push(turn, say(turn, 'ackAge', { n: age }))
  },
  tellsFav: (turn, act) => {
    const [kind, value] = [trimmed(act.groups[1] ?? ''), trimmed(act.groups[2] ?? '')]
    remember(turn, `fav:${kind}`, value, inLanguage(turn, `your favourite ${kind} is ${value}`, `你最喜欢的${kind}是${value}`))
    push(turn, say(turn, 'ackLike', { x: value }))
  },
  recallFact,
  recallName,
  recallTopics: (turn) => {
    const topics = turn.state.topics.slice(-5)
    push(turn, topics.length > 0 ? say(turn, 'recallTopics', { x: listed(turn, topics) }) : say(turn, 'recallNothing'))
  },
}
