import { ConfigError, readConfig } from './config.ts'

/** The process ends at the latest this long after it was asked to. */
const STOP_MS = 4_500

/** The process: reads the configuration, builds everything, listens, and stops in order. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  // Loaded after the configuration was read: a wrong variable is told at once.
  const [{ pino }, { buildServices }, { buildApp }] = await Promise.all([import('pino'), import('./services.ts'), import('./app.ts')])
  const logger = pino({ level: config.LOG_LEVEL })
  const services = await buildServices(config, logger)
  const app = await buildApp({ ...services.deps, logger })

  let stopping = false
  const stop = async (reason: string): Promise<void> => {
    if (stopping) return
    stopping = true
    logger.info(`stopping: ${reason}`)
    setTimeout(() => {
      logger.warn('stopping took too long')
      process.exit(0)
    }, STOP_MS).unref()
    await app.close()
    await services.stop()
    process.exit(0)
  }
  const asked = (reason: string) =>
    void stop(reason).catch((error: unknown) => {
      logger.error({ err: error }, 'stopping failed')
      process.exit(1)
    })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => asked(signal))
  // Started by another process that is gone now.
  process.on('disconnect', () => asked('the starter is gone'))
  process.on('unhandledRejection', (error) => logger.error({ err: error }, 'a failure nobody waited for'))

  await app.listen({ host: config.HOST, port: config.PORT })
  await services.start()
  logger.info('ready')
}

try {
  await main()
} catch (error) {
  const { code, port, address } = error as NodeJS.ErrnoException & { port?: number; address?: string }
  if (error instanceof ConfigError) {
    console.error(error.message)
    process.exit(2)
  }
  if (code === 'EADDRINUSE') {
    console.error(`Port ${port} of ${address} is taken by another program. Choose another with PORT.`)
    process.exit(3)
  }
  console.error(error)
  process.exit(1)
}
