/** Part of every plan: any change of a constant that moves a pixel raises it. */
export const ENGINE_VERSION = '2.0.0'
