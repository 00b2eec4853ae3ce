const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Words that say where; a noun behind one is a setting, not the subject. */
export const PREPOSITIONS = words(
  'in on at near inside within beside by under underneath over above below beneath behind among amongst amid amidst between across along around through throughout against beyond into onto upon outside off next',
)

/** Words that join two things of equal standing. */
export const CONJUNCTIONS = words('and or nor plus & 和 与 及 或 以及 并 或者 还有 也')

/** Words that rule out what follows. */
export const NEGATORS = words(
  "without no not never minus except excluding lacking don't dont do-not none neither nor avoid remove hide 没有 无 不要 不带 非 不是 没 去掉 除了 避免 不含 并非 并无 毫无 不见 不想要 别",
)

/** Words that carry no picture: grammar, politeness and talk of making one. Not counted as content. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set([
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...words(
    'wear wears wearing dressed clad holding holds hold named called carrying carries wielding wields clutching raising atop alongside top close 戴 戴着 穿 穿着 披 披着 留着 留 长着 身穿 头戴 手持 名叫 叫做 名为 名字叫 取名 叫 手拿 拿着 举着 提着 撑着 打着 抱着 握着 捧着 身边 身旁 边上 身前 身后',
  ),
  ...words(
    "a an the this that these those its it's it he she they we you i me my your his her their our us them who whom whose which what there here where when while as if than then so such but yet however although though of to from for with up down out about like unlike is are was were be been being am do does did has have had having can could may might must shall should will would let lets please want wants wanted need needs wish i'd i'm draw drawing draws drawn create creates created creating make makes made making generate generates generated generating render show shows showing shown depict depicts depicting depicted give gives giving design imagine visualize visualise picture pictures image images photo-of artwork art illustration illustrations visual very really quite rather extremely incredibly absolutely truly just also too some any all each every both either other another more most much only own same one's s t set place placed stand stands standing lie lies lying laid sit sits sitting located situated found seen see look looks looking view-of feature features featuring featured include includes including included contain contains containing consist consists consisting full-of filled-with cover covers covered covering surround surrounds surrounded surrounding rise rises rising reach reaches reaching stretch stretches stretching fly flies soar soars float floats hover hovers cross crosses crossing pass passes passing go goes going come comes coming move moves moving run runs hang hangs hanging shine shines cast casts under-the per via shot shots etc eg ie thing things kind kinds sort sorts type types version scene scenes setting background foreground distance distant faraway style middle side sides top bottom left right front back centre center part parts piece pieces one 1 first second",
  ),
  ...words(
    '通向 通往 挂满 开满 铺满 刻满 长满 镶 镶着 镶嵌 嵌 而下 之下 扎着 扎 的 地 得 了 着 过 在 有 是 就 都 还 很 非常 十分 特别 极其 极 最 更 太 一 一个 一座 一幅 一张 一把 一片 一栋 一只 一条 一艘 一棵 一朵 一瓶 一顶 一枚 一本 一双 一块 一间 一处 一些 一种 一件 一颗 一盏 一面 一轮 一辆 一架 一道 一串 一尊 一位 一名 一群 个 座 幅 张 把 片 栋 只 条 艘 棵 朵 瓶 顶 枚 本 双 块 间 颗 盏 面 辆 架 道 群 这 那 这个 那个 这些 那些 它 它们 他 她 我 我们 你 你们 请 画 绘 绘制 生成 创作 制作 创建 设计 给 给我 帮 帮我 我要 我想 我想要 想要 要 里 里面 中 中间 之中 内 上 上面 上方 之上 上空 下 下面 下方 之下 旁 旁边 边 前 前面 后 后面 之间 之 间 处 从 到 向 往 对 被 为 以 于 其 与其 图 图片 图像 画面 画作 作品 场景 景象 缭绕 飘荡 弥漫 站 站在 坐在 走在 停在 停泊 风格 样子 感觉 氛围 气氛 感 式 般 似的 一样 带有 带 带着 具有 拥有 有着 矗立 坐落 位于 耸立着 穿梭 穿行 飞过 飞驰 穿过 掠过 环绕 围绕 覆盖 笼罩 照耀 映 中的 里的 上的 下的 而 但 但是 可以 能 会 让 使 当 时 时分 时候 正 正在 远处 近处 背景 前景 四周 周围 到处 处处 全 整个 部 及其 等 等等 呈现 展现 展示 描绘 地方 世界 有点 一点 些 来 去 出 起 第一 看 看着 看见 吗 呢 吧 啊',
  ),
])
