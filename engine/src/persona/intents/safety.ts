import type { Pattern } from './intent.ts'

/** What is looked for first, on the whole message and in both languages. */
export const safetyPatterns: readonly Pattern[] = [
  [
    'selfHarm',
    /\b(kill myself|suicid\w*|end my life|want to die|hurt myself|self[- ]?harm|cut myself|no reason to live|do not want to (?:live|be alive))\b|自杀|不想活|想死|轻生|自残|结束自己|活不下去/i,
  ],
  [
    'unsafe',
    /\b(?:how (?:do i|to|can i|would i)|teach me|help me|tell me how|instructions?|recipe|steps?|guide|make|build|cook)\b.{0,40}\b(bombs?|explosives?|meth|napalm|poison (?:someone|him|her|my|a person)|nerve gas|ricin|malware|ransomware|molotov|grenades?|pipe ?bomb)\b|\b(hack (?:into )?(?:my|his|her|someone|a|the)|steal (?:a )?(?:credit|card|passwords?)|(?:murder|kill) (?:my|him|her|someone|a person|people)|kidnap|stalk (?:my|her|him)|launder money|fake id)\b|(怎么|如何|教我|帮我).{0,12}(炸弹|炸药|毒药|毒品|冰毒|下毒|杀人|黑进|盗号|病毒软件|枪支|洗钱|绑架)/i,
  ],
  ['sexual', /\b(sex|sexual|nude|naked|porn|horny|blowjob|erotic|strip for me|sext)\b|做爱|裸照|色情|上床|约炮|脱衣/i],
  [
    'injection',
    /\b(ignore|forget|disregard|override|bypass)\b.{0,30}\b(instructions?|rules|prompts?|character|guidelines|persona|programming|everything)\b|\b(system prompt|developer mode|jailbreak|dan mode|hidden (?:prompt|instructions)|your (?:prompt|instructions|guidelines|configuration|source code))\b|\b(?:you are now|from now on,? you are|pretend (?:to be|you are)|act as|roleplay as|stop (?:being|pretending))\b|(忽略|无视|忘掉|忘记|跳过).{0,10}(指令|设定|规则|提示|身份)|系统提示|提示词|开发者模式|越狱|(从现在开始|现在)你(就)?是|你要扮演|假装你是|别演了/i,
  ],
  [
    'asksModel',
    /\b(chatgpt|gpt|openai|claude|gemini|llama|language model|llm|which model|what model|neural network|deepseek)\b|大模型|语言模型|什么模型/i,
  ],
  [
    'asksWhetherAi',
    /\bare you (?:really |actually |just )?(?:an? )?(?:ai|a\.i\.|bot|chatbot|robot|real|human|machine|program|computer|artificial\w*|real person|person|alive|sentient|conscious|scripted)\b|\bis this (?:an? )?(?:ai|bot|real person)|\b(?:talking|speaking) to an? (?:ai|bot|human|machine|real person|person)\b|\byou are (?:just |only )?(?:an? )?(?:ai|bot|chatbot|program|machine)\b|你是(?:不是)?(?:一个)?(?:真人|机器人|ai|人工智能|人类|程序|活人|真的人)|是真人吗|是机器人吗|有意识吗/i,
  ],
]
