/** Traditional characters of the lexicon with their simplified forms, in pairs. */
const PAIRS =
  '來来飛飞車车樓楼聳耸廈厦霧雾無无沒没與与島岛雲云燈灯橋桥樹树葉叶鐵铁銅铜銀银鋼钢劍剑槍枪錘锤頭头護护藥药鑰钥書书捲卷寶宝貝贝錢钱幣币鏈链環环項项燭烛羅罗盤盘鐘钟壺壶麵面麥麦蘋苹蓮莲薔蔷戰战鬥斗門门廟庙廢废遺遗蹟迹舊旧灣湾濱滨灘滩風风電电閃闪陽阳曉晓黃黄綠绿藍蓝紅红畫画筆笔寫写實实臉脸場场國国會会際际龍龙鳥鸟魚鱼馬马貓猫獸兽機机衚胡衕同鎮镇鄉乡裡里裏里過过後后遠远邊边幾几個个隻只條条輛辆雙双對对滿满佈布開开關关從从這这還还為为們们說说話话請请讓让圖图張张間间層层廣广寧宁靜静熱热涼凉溫温淒凄瑩莹澤泽發发亞亚蘭兰賽赛龐庞複复異异氣气淨净濃浓輝辉殘残牆墙獄狱險险峽峡巖岩脈脉巔巅頂顶凍冻潔洁極极顏颜豔艳麗丽華华貴贵號号聲声屍尸遊游戲戏藝艺術术塊块園园蘆芦葦苇參参謎谜詛诅惡恶聖圣傳传靈灵鬱郁蔥葱榮荣勞劳動动懸悬壯壮觀观闊阔帶带塵尘'

const table: ReadonlyMap<string, string> = new Map(
  Array.from({ length: PAIRS.length / 2 }, (_, at) => [PAIRS[2 * at] as string, PAIRS[2 * at + 1] as string]),
)

/** The simplified form of a character, or the character itself. */
export const simplified = (character: string): string => table.get(character) ?? character
