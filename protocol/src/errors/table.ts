/** One expected failure: its HTTP status and its sentence in both languages. */
export type ErrorEntry = { readonly status: number; readonly en: string; readonly zh: string }

/** Codes `<DOMAIN>_<FACT>` to their entry. */
export type ErrorTable = Readonly<Record<string, ErrorEntry>>
