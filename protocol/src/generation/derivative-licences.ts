/** Licences under which nobody but the creator may make anything of the asset. */
const noDerivatives: ReadonlySet<string> = new Set(['LicenseRef-Daedal-Personal-1'])

/** Whether others may make something of what is under a licence. */
export const allowsDerivatives = (licence: string): boolean => !noDerivatives.has(licence)
