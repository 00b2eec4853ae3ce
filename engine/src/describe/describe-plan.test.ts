import { expect, it } from 'vitest'
import { parsePlan } from '../engine.ts'
import { understand } from '../understanding/understand.ts'
import { colourWord } from './colour-word.ts'
import { describePlan } from './describe-plan.ts'

const told = (prompt: string, language: 'en' | 'zh') => describePlan(parsePlan(understand({ prompt }).plan), language)

it('tells what a scene shows, in both languages', () => {
  const prompt = 'A futuristic city with flying cars and towering skyscrapers at night in the rain'
  expect(told(prompt, 'en')).toMatch(/^A futuristic city .*at night in the rain, with flying cars and towering skyscrapers\.$/)
  expect(told(prompt, 'zh')).toMatch(/^夜晚的雨中的未来城市，.*飞行汽车、高耸的摩天大楼。$/)
})

it('tells what an item is', () => {
  expect(told('a golden sword', 'en')).toBe('A golden sword.')
  expect(told('an ancient blue potion', 'en')).toBe('An ancient blue potion.')
  expect(told('a golden sword', 'zh')).toBe('金制剑。')
})

it('finds a word for a colour', () => {
  expect(['#ff0000', '#2b62e0', '#101010', '#fafafa', '#808080', '#31c45a'].map((colour) => colourWord(colour)?.en)).toEqual([
    'red',
    'blue',
    'black',
    'white',
    'grey',
    'green',
  ])
  expect(colourWord('')).toBeNull()
})
