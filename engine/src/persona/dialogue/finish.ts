import { hasChinese } from '../text/language.ts'
import { capitalised, uncapitalised } from '../text/phrasing.ts'
import { freshUnit, tell } from './telling.ts'
import type { Turn } from './turn.ts'
import { say } from './wording.ts'

/** How many turns back no line is said again. */
export const LINE_WINDOW = 20

/** Joins the sentences, adds the persona's tics and actions, and sees to it that the line was not said lately. */
export function finish(turn: Turn): string {
  const { state, knowledge, language } = turn
  let parts = turn.parts.filter((part, at) => part !== '' && turn.parts.indexOf(part) === at)
  const most = knowledge.style.chatty < -0.3 ? 2 : knowledge.style.chatty > 0.3 ? 5 : 3
  if (!turn.plain && parts.length > most) parts = [...parts.slice(0, 1), ...parts.slice(1 - most)]
  if (parts.length === 0) parts = [say(turn, 'stmtGen')]
  const question = turn.questions[0]
  if (question && !/[?？]$/.test(parts.at(-1) ?? '')) parts.push(question)

  const space = language === 'zh' ? '' : ' '
  let line = parts.map((part) => punctuated(part, language === 'zh')).join(space)
  if (!turn.plain) line = withManner(turn, line)
  for (let attempt = 0; attempt < 4 && wasSaid(turn, line); attempt++) {
    const unit = attempt > 0 ? freshUnit(turn, () => true) : null
    line = say(turn, 'already') + line + (unit ? space + punctuated(tell(turn, unit), language === 'zh') : '')
  }
  state.lines.push({ text: line, turn: state.turn })
  if (state.lines.length > 40) state.lines.shift()
  state.lastLine = line
  state.lastIntents = [...turn.intents]
  state.rapport = Math.min(1, state.rapport + 0.01)
  return line
}

const wasSaid = ({ state }: Turn, line: string): boolean =>
  state.lines.some(({ text, turn }) => text === line && state.turn - turn <= LINE_WINDOW)

/** One sentence with its capital and its mark. */
function punctuated(part: string, chinese: boolean): string {
  const text = part.replace(/\s+/g, ' ').trim()
  if (chinese) return /[。！？…~”’*）)]$/.test(text) ? text : `${text.replace(/[，,、；;]$/, '')}。`
  const sentence = text
    .replace(/(^|[.!?]["”’]?\s+)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase())
    .replace(/\bi\b(?=[ ’'])/g, 'I')
  return /[.!?…"“”’*)]$/.test(sentence) ? sentence : `${sentence}.`
}

const mayFollowUm =
  /^(The|It|That|This|There|You|What|We|My|So|No|Not|And|But|If|Is|Are|Do|Because|Some|Thank|Well|Ask|As|Like|Same|Then|To)\b/

/** Shyness, the card's own interjections and *actions*, each now and then. */
function withManner(turn: Turn, plain: string): string {
  const { state, knowledge, streams, language } = turn
  const chinese = language === 'zh'
  let line = plain
  if (knowledge.style.shy > 0.4 && !chinese && streams.manner.chance(0.3) && /^[A-Z][a-z]/.test(line) && !/^(Um|Oh)/.test(line))
    line = `Um, ${mayFollowUm.test(line) ? uncapitalised(line) : line}`
  const recently = (mark: string, window: number) => state.turn - (state.used.get(mark) ?? Number.NEGATIVE_INFINITY) <= window
  const tics = knowledge.tics.filter((tic) => hasChinese(tic) === chinese)
  if (tics.length > 0 && streams.manner.chance(0.22)) {
    const tic = streams.manner.pick(tics)
    if (!recently(`tic ${tic}`, 4)) line = chinese ? `${tic}，${line}` : `${capitalised(tic)}. ${line}`
    state.used.set(`tic ${tic}`, state.turn)
  }
  const actions = knowledge.actions.filter((action) => hasChinese(action) === chinese && !recently(`action ${action}`, LINE_WINDOW))
  if (actions.length > 0 && streams.manner.chance(0.2)) {
    const action = streams.manner.pick(actions)
    state.used.set(`action ${action}`, state.turn)
    line = `*${action}* ${line}`
  }
  return line
}
