import { useLingui } from '@lingui/react'
import { useCallback } from 'react'
import type { TextKey } from './en.ts'

/** Values for the placeholders of a message. */
export type TextValues = Record<string, string | number>

/** Looks a message up by its key, in the language of the page. */
export type Text = (key: TextKey, values?: TextValues) => string

/** The words of the page. */
export function useText(): Text {
  const lingui = useLingui()
  return useCallback((key, values) => lingui.i18n._(key, values), [lingui])
}
