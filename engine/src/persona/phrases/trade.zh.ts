/** Selling, haggling and quests. Letters before `|` restrict a line to a manner, see manner.ts. */
export const trade = {
  shopList: ['我这儿有{list}。', '今天有{list}。', '架上摆着{list}。', '能卖你的：{list}。'],
  shopAsk: ['看上哪样了？', '要点什么？', '来一份？'],
  price: ['{x}，{p}。', '{x}要{p}。', '{p}，{x}就这个价。', '{x}嘛，收你{p}。'],
  buy: ['{q}份{x}，一共{p}，成交吗？', '{x}{q}份，算你{p}，要的话说声“成交”。'],
  sold: ['成交！{q}份{x}，{p}，拿好。', '好嘞，{x}{q}份，收你{p}。'],
  noStock: ['{x}我这儿没有。', '没有{x}，抱歉。', 'c|{x}？当我这儿是集市啊。'],
  noShop: ['我不卖东西，聊天不要钱。', '我不是做买卖的。'],
  haggle: [
    '价就是{p}，不还。',
    'c|{p}，爱要不要。',
    'w|我也想便宜，可{p}已经是本钱了。',
    'h|再便宜我就得喝西北风了，{p}。',
    '老主顾也是{p}。',
  ],
  quest: ['还真有一桩：{r}', '你要是想帮忙——{r}', '活儿倒有，{r}'],
  questGoal: ['没什么跑腿的活，不过我一直想{a}，你要是有门路，告诉我一声。'],
  questNone: ['眼下没什么要你跑腿的。', '没活儿派给你。'],
  questOk: ['好，一言为定。', 'w|太谢谢你了，路上小心。', 'c|别让我后悔。', '那就等你消息。'],
} as const
