import { pino } from 'pino'
import { ConfigError, readConfig } from './config.ts'

/** The process: reads the configuration, builds everything, listens, and stops in order. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const logger = pino({ level: config.LOG_LEVEL })
  logger.info('configuration read')
}

try {
  await main()
} catch (error) {
  if (error instanceof ConfigError) {
    console.error(error.message)
    process.exit(2)
  }
  throw error
}
