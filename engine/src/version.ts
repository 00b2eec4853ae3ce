/** Part of every plan: any change of a constant that moves a pixel raises it. */
export const ENGINE_VERSION = '1.0.0'
