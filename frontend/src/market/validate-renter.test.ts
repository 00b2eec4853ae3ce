import { expect, it } from 'vitest'
import { validateRenter } from './validate-renter.ts'

const owner = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8'
const other = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC'

it('takes an address, or none for anyone', () => {
  expect(validateRenter('  ', owner)).toEqual({ renter: null, why: null })
  expect(validateRenter(` ${other} `, owner)).toEqual({ renter: other, why: null })
  expect(validateRenter(other.toLowerCase(), owner)).toMatchObject({ renter: other.toLowerCase() })
})

it('refuses what is none, what was mistyped, and the owner', () => {
  expect(validateRenter('bo.eth', owner).why).toBe('let.why.renter')
  expect(validateRenter(other.slice(0, -1), owner).why).toBe('let.why.renter')
  expect(validateRenter(other.replace('3C44C', '3c44C'), owner).why).toBe('let.why.renter')
  expect(validateRenter(owner.toLowerCase(), owner).why).toBe('let.why.self')
})
