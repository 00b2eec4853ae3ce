import { steer } from './telling.ts'
import { inLanguage, push, type Turn } from './turn.ts'
import { type Slots, say } from './wording.ts'

type Question = 'name' | 'job' | 'from' | 'like' | 'fact' | 'pet' | 'opinion' | 'howru'

const phraseOf = {
  name: 'askName',
  job: 'askJob',
  from: 'askFrom',
  like: 'askLike',
  fact: 'askFact',
  pet: 'askPet',
  opinion: 'askOpinion',
  howru: 'askHowru',
} as const

/** Asks something back and waits for the answer; at most one question a turn, fewer from the terse. */
export function ask(turn: Turn, kind: Question, slots: Slots = {}): void {
  if (!turn.mayAsk || turn.questions.length > 0) return
  if (turn.knowledge.style.chatty < -0.3 && turn.streams.asking.chance(0.5)) return
  const question = say(turn, phraseOf[kind], slots)
  if (question === '') return
  turn.questions.push(question)
  turn.state.pending = { kind, turn: turn.state.turn }
}

/** Asks something about the player that is not known, once each; or offers a subject. */
export function askSomething(turn: Turn): void {
  if (!turn.mayAsk) return
  const { state, streams } = turn
  const known = new Set(state.memories.map((memory) => memory.kind))
  const open: ('name' | 'job' | 'like' | 'from')[] = []
  if (state.playerName === '' && !state.counts.has('asked name')) open.push('name')
  for (const kind of ['job', 'like', 'from'] as const) if (!known.has(kind) && !state.counts.has(`asked ${kind}`)) open.push(kind)
  if (open.length === 0 || !streams.asking.chance(0.7)) {
    if (streams.asking.chance(0.4) && turn.parts.length < 2) push(turn, steer(turn))
    return
  }
  const kind = streams.asking.pick(open)
  state.counts.set(`asked ${kind}`, 1)
  ask(turn, kind)
}

/** Asks what more there is to a sorrow. */
export function askForMore(turn: Turn): void {
  turn.questions.push(say(turn, 'sadAdd') || inLanguage(turn, 'I’m listening.', '我在听。'))
  turn.state.pending = { kind: 'sad', turn: turn.state.turn }
}
