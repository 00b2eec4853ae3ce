/** Questions the persona asks back. Letters before `|` restrict a line to a manner, see manner.ts. */
export const asking = {
  askName: ['怎么称呼你？', '对了，你叫什么名字？', 'a|还未请教高姓大名？', 'c|你叫什么？', 'f|请问怎么称呼？', '该叫你什么好呢？'],
  askJob: ['你平时是做什么的？', '你自己是干哪一行的？', '不聊天的时候，你都忙些什么？'],
  askLike: ['你呢，喜欢什么？', '你闲下来爱做点什么？', '有什么是你能聊上一整天的？'],
  askFrom: ['你是哪里人？', '你从哪儿来？', '你老家在哪儿？'],
  askOpinion: ['你怎么看？', '你说是不是？', '换成你会怎么做？', '你有过这种感觉吗？'],
  askFact: ['那是什么感觉？', '多久了？', '现在怎么样了？', '怎么回事，细说说？'],
  askPet: ['{x}乖不乖？', '{x}多大了？', '{x}是什么脾气？'],
} as const
