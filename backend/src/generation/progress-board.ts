import type { DrawProgress } from './ports.ts'

/** What changed of a job: its stored state, or only how far its pictures are. */
export type Change = 'state' | 'progress'

/**
 * What this process knows of jobs before the database does: how far each picture is, who watches, and how to stop a job
 * that is drawn here. Holds entries only for jobs that run or are watched.
 */
export type ProgressBoard = {
  /** A job starts here; `cancel` stops its drawing. */
  open(id: string, cancel: () => void): void
  close(id: string): void
  progress(id: string, index: number, progress: DrawProgress): void
  /** Tells watchers that the stored state changed. */
  changed(id: string): void
  /** Stops a job that is drawn here. */
  cancel(id: string): void
  /** How far each picture is, by index; undefined when the job is not drawn here. */
  of(id: string): ReadonlyMap<number, DrawProgress> | undefined
  /** Calls back on each change until the returned function is called. */
  watch(id: string, listener: (change: Change) => void): () => void
}

export function createProgressBoard(): ProgressBoard {
  const open = new Map<string, { pictures: Map<number, DrawProgress>; cancel: () => void }>()
  const watchers = new Map<string, Set<(change: Change) => void>>()
  const tell = (id: string, change: Change) => {
    for (const listener of watchers.get(id) ?? []) listener(change)
  }
  return {
    open: (id, cancel) => void open.set(id, { pictures: new Map(), cancel }),
    close(id) {
      open.delete(id)
      tell(id, 'state')
    },
    progress(id, index, progress) {
      open.get(id)?.pictures.set(index, progress)
      tell(id, 'progress')
    },
    changed: (id) => tell(id, 'state'),
    cancel: (id) => open.get(id)?.cancel(),
    of: (id) => open.get(id)?.pictures,
    watch(id, listener) {
      const set = watchers.get(id) ?? new Set()
      watchers.set(id, set.add(listener))
      return () => {
        set.delete(listener)
        if (set.size === 0 && watchers.get(id) === set) watchers.delete(id)
      }
    },
  }
}
