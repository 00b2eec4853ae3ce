import { spawn } from 'node:child_process'

/** A command that ended badly; `output` holds the end of what it printed. */
export class CommandFailed extends Error {
  constructor(command: string, code: number | null, output: string) {
    super(`${command} ended with ${code ?? 'a signal'}:\n${output.trimEnd()}`)
  }
}

/** Runs a command quietly to its end and returns what it printed; throws {@link CommandFailed} with the end of the output. */
export function runQuietly(command: string, args: string[], options: { cwd: string; env?: NodeJS.ProcessEnv }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-200_000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    child.on('error', reject)
    child.on('exit', (code) =>
      code === 0 ? resolve(output) : reject(new CommandFailed(`${command} ${args.join(' ')}`, code, output.slice(-4_000))),
    )
  })
}
