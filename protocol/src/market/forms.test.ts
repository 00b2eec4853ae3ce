import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Check } from 'typebox/value'
import { describe, expect, it } from 'vitest'
import { anyForm, anyOrder } from '../../testing/arbitrary-forms.ts'
import { PublishOrder } from './api.ts'
import { formFromJson, formToJson } from './form-json.ts'
import { hashForm, itemsOf, orderForms } from './forms.ts'
import { hashOrder } from './order.ts'

const vectors = JSON.parse(readFileSync(new URL('../../vectors/forms.json', import.meta.url), 'utf8'))
const caseOf = (form: string) => vectors.cases.find(({ json }: { json: { form: string } }) => json.form === form).json
const market = '0x00000000000000000000000000000000000000aa'

describe('forms', () => {
  it('hash as the published vectors say, each of them', () => {
    const { chainId, verifyingContract } = vectors.domain
    for (const { json, hash } of vectors.cases) expect(hashForm(chainId, verifyingContract, formFromJson(json))).toBe(hash)
    expect(new Set(vectors.cases.map(({ json }: { json: { form: string } }) => json.form))).toEqual(new Set(orderForms))
  })

  it('survive the way to JSON and back', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(formFromJson(formToJson(form))).toEqual(form)
      }),
    )
  })

  it('by itself an order has the hash of the order, and with anything else another', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const alone = hashOrder(1, market, form.order)
        if (form.form === 'order') expect(hashForm(1, market, form)).toBe(alone)
        else expect(hashForm(1, market, form)).not.toBe(alone)
      }),
    )
  })

  it('name the tokens whose owners decide', () => {
    fc.assert(
      fc.property(anyOrder, (order) => {
        expect(itemsOf({ form: 'order', order: { ...order, kind: 2 } })).toEqual([])
        const { collection, tokenId, quantity } = order
        expect(itemsOf({ form: 'order', order: { ...order, kind: 1 } })).toEqual([{ collection, tokenId, quantity }])
      }),
    )
    expect(() => formFromJson({ ...vectors.cases[1].json, items: undefined })).toThrow(/needs/)
  })
})

describe('the body that publishes an order', () => {
  const valid = (body: unknown) => Check(PublishOrder, body)
  const signature = '0x12'

  it('is every form as JSON with a signature', () => {
    for (const { json } of vectors.cases) expect(valid({ ...json, signature }), json.form).toBe(true)
    const { form: _, ...nameless } = vectors.cases[0].json
    expect(valid({ ...nameless, signature })).toBe(true)
  })

  it('has exactly the parts of its form', () => {
    for (const { json } of vectors.cases) {
      expect(valid(json)).toBe(false)
      expect(valid({ ...json, signature, extra: 1 })).toBe(false)
      for (const part of ['items', 'trait', 'state', 'voucher']) {
        const { [part]: removed, ...rest } = json
        if (removed) expect(valid({ ...rest, signature }), part).toBe(false)
      }
      const other = caseOf(json.form === 'bundle' ? 'trait-offer' : 'bundle')
      expect(valid({ ...other, ...json, signature })).toBe(false)
    }
  })

  it('has at most 30 items, 65,536 ids and a tree of 32 levels', () => {
    const bundle = caseOf('bundle')
    const items = (count: number) => Array.from({ length: count }, () => bundle.items[0])
    expect([0, 1, 30, 31].map((count) => valid({ ...bundle, items: items(count), signature }))).toEqual([false, true, true, false])
    const offer = caseOf('trait-offer')
    const ids = (count: number) => Array.from({ length: count }, (_, at) => String(at))
    expect([0, 1, 65_536, 65_537].map((count) => valid({ ...offer, tokenIds: ids(count), signature }))).toEqual([false, true, true, false])
    const high = (height: number) => ({ ...offer, trait: { ...offer.trait, height }, signature })
    expect([valid(high(32)), valid(high(33))]).toEqual([true, false])
  })
})
