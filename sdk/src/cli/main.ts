import { ApiProblem } from '../client.ts'
import { VerifyFailed } from '../verify/verify-failed.ts'
import { EXIT, UsageError } from './exit-codes.ts'
import { carHelp, ownedHelp, verifyHelp } from './help.ts'

/** A command's code is loaded when it runs: the help is there at once. */
type Command = { run(argv: readonly string[]): Promise<number>; help: string }

const commands: Record<string, Command> = {
  verify: { run: async (argv) => (await import('./verify-command.ts')).verifyCommand(argv), help: verifyHelp },
  car: { run: async (argv) => (await import('./car-command.ts')).carCommand(argv), help: carHelp },
  owned: { run: async (argv) => (await import('./owned-command.ts')).ownedCommand(argv), help: ownedHelp },
}

const overview = `daedal checks AI-generated assets from their blocks up, without trusting who serves them.

${Object.values(commands)
  .map(({ help }) => `  ${help.split('\n', 1)[0]}`)
  .join('\n')}

  daedal <command> --help says more.
`

/** Runs a command line and answers the exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv
  const command = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) {
    const asked = name === undefined || name === 'help' || name === '--help' || name === '-h'
    process[asked && name !== undefined ? 'stdout' : 'stderr'].write(
      asked ? overview : `There is no command ${JSON.stringify(name)}.\n\n${overview}`,
    )
    return asked && name !== undefined ? EXIT.good : EXIT.usage
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(command.help)
    return EXIT.good
  }
  try {
    return await command.run(rest)
  } catch (error) {
    return told(error, command)
  }
}

function told(error: unknown, { help }: Command): number {
  const { code, message } = error as { code?: unknown; message: string }
  const isArgument = error instanceof UsageError || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS'))
  if (isArgument || code === 'TOKENS_ASSET_ID_MALFORMED') {
    process.stderr.write(`${message}\n\n${help}`)
    return EXIT.usage
  }
  const isExpected = error instanceof VerifyFailed || error instanceof ApiProblem || (error instanceof Error && 'syscall' in error)
  if (!isExpected) throw error
  process.stderr.write(`${message}${typeof code === 'string' ? ` (${code})` : ''}\n`)
  return EXIT.unavailable
}
