/** Likes, dislikes and stances. Letters before `|` restrict a line to a manner, see manner.ts. */
export const opinion = {
  opLike: ['喜欢啊，{a}可是我的心头好。', '那当然。', 'c|喜欢，怎么了。', 'w|特别喜欢！'],
  opDislike: ['不喜欢，{a}我受不了。', '{a}？免了。', '一点也不。'],
  opPos: ['{x}啊，挺喜欢的。', '喜欢，适量。', 'w|喜欢呀！', 'c|{x}，还凑合。'],
  opNeg: ['{x}不太对我胃口。', '一般，没有也行。', 'c|{x}？不过如此。'],
  opNone: ['{x}嘛，我还没什么看法。', '{x}我没接触过，谈不上喜不喜欢。', '对{x}，我说不出个好歹。'],
  opUnit: ['我的看法是：{r}', '这么说吧，{r}', '{r}'],
} as const
