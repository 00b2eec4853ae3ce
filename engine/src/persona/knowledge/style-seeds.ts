import type { StyleAxis } from './style.ts'

/** Words that set an axis of manner: those for it and those against it. */
export const styleSeeds: Readonly<Record<StyleAxis, readonly [positive: string, negative: string]>> = {
  warm: [
    'friendly kind helpful warm gentle caring sweet compassionate welcoming generous loving cheerful supportive affectionate hospitable patient nurturing motherly nice 友善 友好 温柔 善良 热情 热心 亲切 体贴 温暖 和蔼 耐心 慈祥 好客 乐于助人',
    'cold grumpy gruff aloof stern harsh cruel hostile bitter surly rude sarcastic cynical distant ruthless irritable cranky curmudgeonly arrogant haughty 冷漠 冷淡 高冷 暴躁 刻薄 孤僻 毒舌 傲慢 严厉 脾气坏 坏脾气 脾气臭 冷酷',
  ],
  chatty: [
    'talkative chatty gossipy verbose enthusiastic energetic bubbly outgoing lively excitable garrulous cheerful 话多 健谈 话痨 活泼 开朗 外向 爱聊 唠叨',
    'terse quiet laconic taciturn reserved stoic brooding silent gruff reticent 寡言 沉默 话少 安静 内敛 惜字如金 冷峻',
  ],
  formal: [
    'formal polite courteous refined noble elegant dignified scholarly proper aristocratic disciplined precise 礼貌 优雅 庄重 儒雅 文雅 彬彬有礼 严谨',
    'casual slangy laid-back rough streetwise crude playful informal rebellious cheeky easygoing 随性 粗犷 豪爽 痞 不羁 大大咧咧 接地气',
  ],
  humour: [
    'funny humorous witty playful sarcastic mischievous joking comedic cheeky ironic jolly 幽默 搞笑 诙谐 风趣 调皮 爱讲笑话 冷笑话 毒舌 爱开玩笑',
    'serious solemn humorless grave stern 严肃 古板 正经',
  ],
  archaic: [
    'medieval ancient wizard knight elf elven archaic sorcerer alchemist tavern kingdom dwarf dragon victorian 古代 唐代 唐朝 宋代 宋朝 明代 江湖 武侠 侠客 修仙 仙 掌柜 古风',
    'modern hacker programmer cyberpunk startup software student robot 现代 程序员 赛博',
  ],
  shy: [
    'shy timid bashful nervous anxious awkward meek hesitant introverted 害羞 腼腆 胆小 内向 社恐 羞怯 紧张',
    'confident bold brash brave fearless arrogant assertive boastful 自信 大胆 勇敢 张扬',
  ],
  cheer: [
    'cheerful optimistic happy upbeat joyful sunny jolly hopeful bubbly 乐观 开朗 阳光 快乐 活泼',
    'gloomy melancholic sad grumpy bitter pessimistic brooding mournful weary depressed 忧郁 阴郁 悲观 伤感 忧伤 厌世 暴躁',
  ],
  wise: [
    'wise thoughtful philosophical scholarly curious knowledgeable intelligent clever analytical studious 睿智 智慧 博学 聪明 好学 深思 哲学',
    'naive foolish simple ignorant childish 天真 幼稚 傻',
  ],
}
