import { describe, expect, it } from 'vitest'
import { attacksIn, differences, outermostTitles } from './attack-rules.ts'

const document = `# Contracts

| case | outcome |
| --- | --- |
| something | else |

| attack | source | test |
| --- | --- | --- |
| an order replayed | Seaport 2022 M-01, M-02 | \`test/findings/replay.test.ts\` |
| the owner's key stolen | | \`test/findings/money.test.ts\` |

| another | table | \`here\` |
`
const replay = `
describe('an order replayed (Seaport 2022 M-01, M-02)', () => {
  it('it is refused', () => {})
  describe('inside', () => {})
})
`
const money = "describe('the owner\\'s key stolen', () => {})\n"
const files = new Map([
  ['test/findings/replay.test.ts', replay],
  ['test/findings/money.test.ts', money],
])
const attacks = attacksIn(document)

describe('known attacks', () => {
  it('reads the table, and the outermost titles', () => {
    expect(attacks).toEqual([
      { title: 'an order replayed (Seaport 2022 M-01, M-02)', file: 'test/findings/replay.test.ts' },
      { title: "the owner's key stolen", file: 'test/findings/money.test.ts' },
    ])
    expect(outermostTitles(replay)).toEqual(['an order replayed (Seaport 2022 M-01, M-02)'])
    expect(differences(attacks, files)).toEqual({ untested: [], unlisted: [] })
  })

  it('finds no table where there is none', () => {
    expect(attacksIn(document.replace('| attack |', '| attacks |'))).toEqual([])
  })

  it('finds an attack without a test', () => {
    const { untested, unlisted } = differences(attacks, new Map([...files, ['test/findings/replay.test.ts', '']]))
    expect(untested).toEqual([attacks[0]])
    expect(unlisted).toEqual([])
  })

  it('finds a test without a row, one in another file and one of another source', () => {
    const moved = new Map([
      ['test/findings/replay.test.ts', replay.replace('M-02', 'M-03')],
      ['test/findings/payments.test.ts', money],
    ])
    expect(differences(attacks, moved)).toEqual({
      untested: attacks,
      unlisted: [
        { title: 'an order replayed (Seaport 2022 M-01, M-03)', file: 'test/findings/replay.test.ts' },
        { title: "the owner's key stolen", file: 'test/findings/payments.test.ts' },
      ],
    })
  })

  it('finds a row and a title that stand twice', () => {
    expect(differences([...attacks, ...attacks], files).unlisted).toHaveLength(2)
    expect(differences(attacks, new Map([...files, ['test/findings/money.test.ts', money + money]])).untested).toEqual([attacks[1]])
  })
})
