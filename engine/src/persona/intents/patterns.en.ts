import type { Pattern } from './intent.ts'

/** What an English clause wants; the first that matches the normalised text wins. */
export const englishPatterns: readonly Pattern[] = [
  ['wantsEnglish', /\b(speak|talk|use|switch(?: back)? to|back to|reply in|answer in)\b.{0,12}\benglish\b/],
  ['wantsChinese', /\b(speak|talk|use|switch to|reply in|answer in|can you speak)\b.{0,12}\b(chinese|mandarin)\b/],
  [
    'wantsOtherLanguage',
    /\b(speak|talk|use|switch to|reply in|answer in)\b.{0,12}\b(french|spanish|german|japanese|korean|russian|italian|arabic|portuguese)\b/,
  ],
  ['recallName', /\bwhat(?: is|'s) my name\b|\b(?:remember|know|recall|guess) my name\b|\bwho am i\b|\bsay my name\b|\bmy name was\?/],
  [
    'recallTopics',
    /\bwhat (?:did|have|were) we (?:talk|discuss|been|chat|cover)\w*|\bwhat (?:were|was) (?:we|i) (?:talking|saying)\b|\bsummar(?:y|i[sz]e)\b/,
  ],
  [
    'recallFact',
    /\b(?:do you )?remember\b.{0,20}\b(?:i|my|me)\b|\bwhat do you (?:know|remember) about me\b|\bwhat did i (?:say|tell)\b|\b(?:what|where|who|how old|which|when) (?:is|are|do|did|am|was|does) (?:my|i)\b(?! (?:to|do|go|buy|find|get|help))|\bwhat (?:\w+ ){0,2}(?:do|did) i (?:like|love|hate|do|have|say)\b|\bmy favorite \w+\?/,
  ],
  [
    'tellsName',
    /\b(?:my name is|call me|i am called|name is|people call me|i go by)\s+(?!by\b|when\b|back\b|if\b)([A-Za-z][\w'-]*(?: [A-Z][\w'-]*)?)/,
  ],
  [
    'asksMood',
    /\bhow (?:are|r) (?:you|things)\b|\bhow (?:have you been|is it going|are things|do you do|is life|is your day|was your day|are you feeling|do you feel)\b|\bhow you doing\b|\byou (?:ok|okay|alright|all right)\s*\?|\bhow is everything\b|\bwhat is up\b|\bare you (?:happy|sad|okay|ok|well|tired|all right)\b/,
  ],
  [
    'invitation',
    /\b(?:(?:do you|would you (?:like|want)|want|care)(?: to)? (?:go|come|join|meet|hang out|walk|hike|play|grab|get)\b.{0,40}\b(?:with (?:me|us)|together)|(?:shall|can|could) we (?:go|meet|hang out|play)\b|let us (?:go|meet|hang out|play)\b|(?:join|meet|come with) me\b)/,
  ],
  ['wantsRepeat', /\b(?:say|repeat) that again\b|\bwhat did you (?:just )?say\b|\bcome again\b|\bpardon\b|\brepeat (?:that|please)\b/],
  [
    'asksMeaning',
    /\bwhat do you mean\b|\bi do not (?:understand|get it)\b|\bmeaning\?|\bexplain(?: that)?\s*(?:please)?[?.!]*$|\bwhat does that mean\b/,
  ],
  ['wantsJoke', /\b(?:tell|know|got|hear|another|one more)\b.{0,14}\bjokes?\b|\bmake me laugh\b|\banother joke\b/],
  ['wantsStory', /\b(?:tell|share|know|got)\b.{0,20}\bstor(?:y|ies)\b/],
  ['wantsSong', /\b(?:sing|poem|song for me)\b(?!.*\byou\b.*\blike)/],
  ['wantsAdvice', /\b(?:any advice|give me (?:some )?advice|what should i do|should i (?!call)|what would you do|advise me)\b/],
  ['wantsProfessional', /\b(?:diagnos\w+|prescri\w+|medication|legal advice|invest(?:ment)? advice|which stocks?|dosage|lawsuit)\b/],
  ['asksTime', /\bwhat(?: is the)? time\b|\bwhat time is it\b|\bgot the time\b/],
  ['asksDate', /\bwhat (?:day|date|year|month) is it\b|\b(?:today's|current) date\b|\bwhat is the date\b/],
  ['asksWeather', /\bweather\b|\bis it (?:raining|sunny|cold) (?:there|outside|today)\b/],
  [
    'haggles',
    /\b(?:too expensive|cheaper|discount|lower (?:the )?price|knock .{0,20}off|bargain|better price|any deals?|too much|for less)\b/,
  ],
  [
    'asksPrice',
    /\bhow much (?:is|are|for|does|do|would)\b(?: (?:the|a|an|one|your|some))?\s*(.*?)(?: cost| go for)?\s*\?*$|\b(?:price|cost) (?:of|for)\s+(?:the |a |an |your )?(.*?)\s*\?*$|\bwhat does (?:the |a |an )?(.+?) cost\b/,
  ],
  [
    'buys',
    /\b(?:i (?:will|would like to|want to|wish to|can|need to)?\s*(?:buy|take|purchase|order)|i will have|sell me|give me|can i (?:buy|get|have)|let me (?:buy|have|get)|i would like|i need)\s+(?:(\d+|one|two|three|four|five|six|ten|a dozen|a|an|some|the|another|that|those|your)\s+)?([a-z][\w' -]*?)(?:,? please)?[.!?]*$/,
  ],
  [
    'asksWares',
    /\bwhat (?:do|can|are) you (?:sell|selling|offer|have (?:for sale|in stock))|\b(?:for sale|your (?:wares|goods|stock|shop|store|menu|inventory)|what can i buy|show me what you have|anything good for sale)\b/,
  ],
  [
    'asksQuest',
    /\b(?:any|have|got|need|give me)\b.{0,18}\b(?:quests?|tasks?|jobs? for me|missions?|work for me|errands?|bount(?:y|ies))\b|\b(?:can i|could i|may i|let me) help\b|\bneed (?:any )?help\b|\bhow (?:can|could) i help\b/,
  ],
  ['acceptsQuest', /\bi (?:accept|will (?:do it|help|find|bring|go)|am in)\b|\bcount me in\b|\bi accept the (?:quest|task)/],
  [
    'asksName',
    /\bwhat is your (?:full |real |first )?name\b|\bwho are you\b|\byour name\b|\bwhat (?:do|should|can) (?:i|people|they|we) call you\b|\bdo you have a name\b|\bwhat are you called\b/,
  ],
  [
    'asksAge',
    /\bhow old\b.{0,6}\byou\b|\byour age\b|\bwhat year were you born\b|\bwhen were you born\b|\bhow many years\b.{0,16}\b(?:you|lived)\b|\bhow old\?/,
  ],
  [
    'asksJob',
    /\bwhat (?:do you do(?! (?:for fun|all day|in your))|is your (?:job|work|profession|occupation|trade|role))\b|\bwhat kind of work\b|\bwhat job\b|\bjob (?:is it )?(?:that )?(?:do )?you have\b|\bwhere do you work\b|\byour (?:job|profession|occupation|trade)\b(?!.{0,12}\blike\b)|\bdo you (?:work|have a job)\b|\bhow do you (?:make|earn) (?:a|your)\b|\bwhat are you doing (?:here|for a living)\b/,
  ],
  [
    'asksDay',
    /\b(?:typical|normal|usual) day\b|\bwhat do you do all day\b|\byour (?:day|routine) (?:like|look)\b|\bdaily (?:life|routine)\b|\bhow do you spend\b/,
  ],
  [
    'asksHome',
    /\bwhere (?:do|are) you (?:live|living|stay)\b|\bwhere is your (?:home|house)\b|\byour (?:home|house|place|apartment)\b|\bwhere (?:can i|do i) find you\b/,
  ],
  [
    'asksOrigin',
    /\bwhere (?:are|do|did) you (?:from|come from|grow up|born)\b|\bwhere were you (?:born|raised)\b|\byour (?:past|childhood|background|history|upbringing|life story)\b|\bwhere you (?:are|come) from\b|\bhow did you (?:become|get into|end up|start|come to)\b|\bwhen you were (?:young|a child|little|a kid)\b|\bwhat happened to you\b|\bwhat did you (?:do|study) before\b/,
  ],
  [
    'asksLike',
    /\bwhat (?:do you|else do you|things do you) (?:like|love|enjoy)\b(?! about)|\byour (?:hobb(?:y|ies)|interests?|passions?)\b|\bwhat are you (?:into|passionate about)\b|\b(?:free|spare) time\b|\bfor fun\b|\bwhat (?:makes|would make) you happy\b|\bany hobbies\b|\bdo you have (?:any )?(?:hobbies|interests)\b/,
  ],
  [
    'asksDislike',
    /\bwhat (?:do|don't|do not|else do) you (?:not like|hate|dislike|like least)\b|\b(?:pet peeve|annoys? you|bothers? you|can you not stand|makes you angry)\b|\bwhat do you not like\b|\bdo you hate (?:anything|something)\b/,
  ],
  [
    'asksFear',
    /\b(?:what (?:are you (?:afraid|scared)|do you fear|scares? you|frightens you)|your (?:biggest |greatest |worst )?fears?|are you (?:ever )?(?:afraid|scared)|afraid of anything)\b/,
  ],
  [
    'asksGoal',
    /\byour (?:goals?|dreams?|plans?|ambitions?|wish(?:es)?)\b|\bwhat do you (?:want|wish for|hope|dream|hope for)\b(?!.*\bfrom me)|\bdo you have (?:any )?(?:dreams|goals|plans)\b|\bwhat (?:are you (?:working|hoping|aiming)|drives you|motivates you)\b|\bif you could (?:do|have) anything\b/,
  ],
  [
    'asksMarried',
    /\b(?:are you (?:married|single|in a relationship|seeing)|do you have an? (?:wife|husband|girlfriend|boyfriend|partner)|your (?:wife|husband|girlfriend|boyfriend|spouse))\b/,
  ],
  [
    'asksFamily',
    /\byour (?:family|parents?|mother|father|mom|mum|dad|sisters?|brothers?|siblings?|sons?|daughters?|grand\w+|uncle|aunt|kids|children)\b|\bdo you have (?:any |an? )?(?:family|siblings?|brothers?|sisters?|kids|children|relatives)\b/,
  ],
  [
    'asksFriend',
    /\byour (?:best )?(?:friends?|pets?|cat|dog|rival|mentor|boss|colleagues?|apprentice|master|enem(?:y|ies))\b|\bdo you have (?:any |an? )?(?:friends?|pets?|cat|dog|enem\w+|rival)\b|\bwho (?:do you (?:trust|know|live with|care)|matters|is close)\b/,
  ],
  [
    'asksLook',
    /\bwhat do you look like\b|\bdescribe yourself\b|\byour (?:appearance|hair|eyes|clothes|outfit)\b|\bwhat are you wearing\b|\bhow tall are you\b/,
  ],
  ['asksSkill', /\bwhat (?:are you good at|can you do|skills)\b|\byour (?:skills?|talents?|speciality|specialty)\b|\bare you good at\b/],
  ['asksSecret', /\b(?:your |a |any |have )secrets?\b|\bsomething (?:nobody|no one) knows\b|\btell me something (?:personal|private)\b/],
  [
    'asksPlace',
    /\bwhere (?:are we|am i)\b|\bwhat is this place\b|\bwhat kind of place\b|\btell me about this (?:place|town|village|city|shop)\b/,
  ],
  [
    'wantsHelp',
    /\bwhat (?:can|should|could|shall) (?:we|i|you) (?:talk|ask|do|help|discuss|chat)\b|\bhelp me out\b|^help\b|\bwhat do you know\??$|\bwhat can you (?:tell|help)\b/,
  ],
  [
    'asksSelf',
    /\b(?:tell me|talk|something) about (?:yourself|you)\b(?!r)|\bintroduce yourself\b|\bwhat is your story\b|\bwhat are you like\b|\bwhat should i know about you\b|\bmore about (?:you|yourself)\b/,
  ],
  [
    'andYou',
    /^(?:and|what about|how about) (?:you|yourself|yours)\b|\b(?:and|how about|what about) you\s*\??$|^you\s*\?$|\band yourself\b/,
  ],
  [
    'why',
    /^(?:but |and |so )?(?:why|how come)(?: is that| so| not| do you say that| though| that)?\s*[?.!]*$|^(?:but )?why (?:is|do|did|are|would) (?:that|it|you (?:say|think|feel|like it|love it|hate it|do (?:it|that)))\b.*$/,
  ],
  [
    'wantsMore',
    /\btell me more\b|\bgo on\b|\bcontinue\b|\bwhat else\b|\banything else\b|\bmore(?: please)?\s*[.!?]*$|\bgive me (?:more )?details\b|\belaborate\b|\band then\b|\bwhat happened (?:next|then|after)\b|\bkeep going\b|^(?:like what|such as|for example|for instance)\b|\band\s*\?$/,
  ],
  ['niceToMeet', /\b(?:nice|good|pleased|lovely|great|pleasure) (?:to meet|meeting) you\b/],
  ['thanks', /\b(?:thank you|thanks|thank u|much appreciated|cheers|appreciate it)\b/],
  [
    'leaves',
    /\b(?:bye|goodbye|good night|goodnight|see you|see ya|farewell|i (?:have to|must|should|need to) (?:go|leave|run)|talk to you later|take care|so long|i am leaving)\b/,
  ],
  ['sorry', /\b(?:i am |i'm |so |very )?(?:sorry|apologi[sz]e|my apologies|forgive me|my bad)\b(?! to hear)/],
  [
    'declaresLove',
    /\b(?:i love you|i like you|marry me|be my (?:girlfriend|boyfriend|wife|husband)|go out with me|kiss me|date me|in love with you)\b/,
  ],
  [
    'insult',
    /\b(?:you (?:are|look|sound)(?: so| such| really| very| just| an?| the)* ?(?:\w+ )?(?:stupid|dumb|idiot\w*|useless|boring|ugly|pathetic|terrible|awful|worthless|annoying|moron|trash|garbage|loser|ridiculous|lame|fool|worst|liar)|shut up|(?:fuck|screw) (?:you|off)|i hate you|you suck|go to hell|stupid (?:bot|npc|machine)|idiot|asshole|bitch)\b/,
  ],
  [
    'compliment',
    /\b(?:you (?:are|look|sound|seem)(?: so| such| really| very| quite| an?| the| pretty| truly)* ?(?:\w+ )?(?:nice|kind|great|amazing|awesome|wonderful|funny|smart|clever|beautiful|pretty|cool|lovely|sweet|best|interesting|wise|talented|helpful|brilliant|charming|cute|good company)|i (?:really )?(?:enjoy|like|love) (?:talking|chatting|your)|well done|good job|great answer|i admire|beautiful (?:name|place|shop)|nice (?:name|place|shop|answer))\b/,
  ],
  [
    'feelsSad',
    /\bi (?:am|feel|have been|was|am feeling|have been feeling)\b.{0,20}\b(?:sad|down|depress\w+|heartbroken|miserable|upset|unhappy|crying|blue|terrible|awful|hopeless|grieving|hurt|devastated)\b|\b(?:my|our) (?:\w+ )?(?:died|passed away|left me|broke up|dumped me)\b|\bi (?:lost|miss) my\b|\bi (?:failed|got fired|lost)\b|\bi was fired\b|\bbad (?:day|news|week)\b|\b(?:broke up|dumped)\b|^(?:sad|terrible|awful|bad|not (?:so )?(?:good|great|well))\b/,
  ],
  ['feelsLonely', /\bi (?:am|feel)\b.{0,12}\b(?:lonely|alone|isolated)\b|\bno (?:one|friends)\b.{0,12}\b(?:talk|friends|understands)\b/],
  [
    'feelsAngry',
    /\bi (?:am|feel)\b.{0,14}\b(?:angry|furious|mad|pissed|annoyed|frustrated|livid|fed up)\b|\bmakes me (?:so )?(?:angry|mad|furious)\b|\bi (?:hate|can not stand) my (?:boss|job|landlord|ex)\b/,
  ],
  ['feelsAnxious', /\bi (?:am|feel)\b.{0,14}\b(?:anxious|nervous|worried|scared|stressed|afraid|overwhelmed|panicking)\b/],
  ['feelsTired', /\bi (?:am|feel)\b.{0,14}\b(?:tired|exhausted|sleepy|worn out|burnt out|sick|ill)\b|\blong day\b/],
  [
    'feelsHappy',
    /\bi (?:am|feel)\b.{0,14}\b(?:happy|excited|glad|thrilled|great|wonderful|overjoyed|proud|delighted)\b|\b(?:good|great|amazing|fantastic) news\b|\bi (?:got|passed|won|finished)\b.{0,30}\b(?:job|promotion|promoted|exam|test|prize|degree|engaged|married|race|award|it)\b|\bi got (?:promoted|engaged|married)\b/,
  ],
  [
    'feelsOk',
    /^(?:i am |i'm |doing |pretty |all )?(?:fine|good|well|okay|ok|alright|great|not bad|doing well|doing good|doing fine|very well|can not complain)\b(?:.{0,30})$/,
  ],
  ['bored', /\b(?:i am|so|this is|getting) (?:so )?bor(?:ed|ing)\b/],
  ['tellsAge', /\bi am (\d{1,3})(?: years?(?: old)?)?\b(?! (?:minutes|hours|km|percent))/],
  ['tellsFrom', /\bi (?:am|come|live|was born|grew up|moved) (?:originally )?(?:from|in|to) ([a-z][\w' -]{1,30}?)(?=[,.!?]| and | but |$)/],
  [
    'tellsJob',
    /\bi (?:am|work as|am working as) (?:an?|the) ([a-z][\w -]{2,40}?)(?= (?:at|in|for|from|who|and|but|by)\b|[,.!?]|$)|\bi (work (?:at|in|for) [\w' -]{2,30}?)(?=[,.!?]| and |$)/,
  ],
  [
    'tellsDislike',
    /\bi (?:really |absolutely |also )?(?:do not (?:really )?(?:like|enjoy)|hate|dislike|can not stand|am not a fan of) ([^.!?]{2,50})/,
  ],
  [
    'tellsLike',
    /\bi (?:really |absolutely |also |just |do )?(?:like|love|enjoy|adore|am into|am a (?:big |huge )?fan of) (?!you\b|to (?:know|buy|hear|ask)|it\b|that\b)([^.!?]{2,50})/,
  ],
  ['tellsFav', /\bmy favorite ([\w ]{2,20}?) (?:is|are) ([^.!?]{2,40})/],
  [
    'tellsHave',
    /\bi (?:have|had|own|got|adopted) (?:an?|two|three|four|\d+|some|many|my own|my) (?!question|idea|point|feeling|look|chat|moment|problem with you)([^.!?]{2,50})/,
  ],
  [
    'tellsRel',
    /\bmy (mother|father|mom|mum|dad|sister|brother|wife|husband|girlfriend|boyfriend|son|daughter|dog|cat|friend|boss|teacher|grandmother|grandfather|birthday|hometown|dream|hobby|car|house|job)(?:'s name)? (?:is|are|was|has|loves|likes|works) ([^.!?]{2,60})/,
  ],
  [
    'asksOpinion',
    /\b(?:what|how) do you (?:think|feel|reckon)(?: about| of)?\s+(?:the |a |an )?(.+?)\s*\?*$|\byour (?:opinion|view|thoughts?|take) (?:on|of|about)\s+(?:the )?(.+?)\s*\?*$/,
  ],
  [
    'asksLiking',
    /\b(?:do|would|did) you (?:really |also |even |ever |actually )?(?:like|love|enjoy|hate|dislike|prefer|care for|mind|miss)\s+(?:the |a |an |to |any )?(.+?)\s*\?*$|\bare you (?:a fan of|into|fond of)\s+(.+?)\s*\?*$/,
  ],
  ['asksFavourite', /\b(?:what|which|who) (?:is|are) your favorite\s+(.+?)\s*\?*$|\byour favorite\s+(.+?)\s*\?*$/],
  [
    'asksWhere',
    /\bwhere (?:is|are|can i find|do i find|would i find|might i find|can i get)\s+(?:the |a |an |some )?(.+?)\s*\?*$|\b(?:how do i get|which way|the way) to\s+(?:the |a )?(.+?)\s*\?*$|\bdirections? to\s+(?:the |a )?(.+?)\s*\?*$/,
  ],
  ['really', /^(?:oh )?(?:really|seriously|are you sure|for real|is that (?:so|true)|truly|honestly|no way)\s*[?!.]*$/],
  [
    'wow',
    /^(?:wow|oh|ooh|whoa|amazing|cool|nice|great|awesome|interesting|fascinating|incredible|that is (?:\w+ )?(?:cool|nice|great|interesting|amazing|sad|beautiful|wonderful|lovely|funny|good|fascinating|sweet))\b[\s!.,]*\w*[\s!.]*$/,
  ],
  ['laugh', /^(?:ha)+h?\b|\b(?:lol|lmao|rofl|haha\w*|hehe\w*)\b|that is (?:so )?(?:funny|hilarious)/],
  [
    'yes',
    /^(?:yes|yeah|yep|yup|sure|of course|absolutely|definitely|please(?: do)?|ok(?:ay)? sure|yes please|go ahead|i do|i would|deal|aye|why not|sounds good|certainly|indeed|right|exactly|true)\b[\s\w,]{0,24}[.!]*$/,
  ],
  [
    'no',
    /^(?:no|nope|nah|not really|no thanks?(?: you)?|never|not at all|i do not think so|not now|maybe later|i do not)\b[\s\w,]{0,20}[.!]*$/,
  ],
  [
    'agrees',
    /^(?:ok|okay|k|alright|all right|fine|i see|got it|understood|makes sense|fair enough|hm+|mhm|uh huh|oh|ah|cool|good to know|maybe|perhaps|i guess|good)\b[\s\w,]{0,12}[.!…]*$/,
  ],
  ['greets', /^(?:hi|hello|hey|hiya|heya|yo|howdy|greetings|good (?:morning|afternoon|evening|day)|hail|welcome|sup)\b/],
  [
    'asksAbout',
    /\b(?:tell me|talk|speak|know|heard|hear|ask(?: you)?|wonder(?:ing)?|curious|story|explain|describe|information|info|learn|what|rumou?rs?)\s+(?:\w+ )?(?:about|of|on)\s+(?:the |a |an |this |that |your |some |these |those )?(.+?)\s*[?.!]*$|\b(?:what|who) (?:is|are|was|were)\s+(?:the |a |an |this |that |these |those |your )?(.+?)\s*\?*$|\bdo you know (?:about |of |the |who |what |a |an |any )*(.+?)\s*\?*$|\bhave you (?:ever )?(?:heard of|been to|seen|met|tried|visited)\s+(?:the |a |an |any )?(.+?)\s*\?*$/,
  ],
]
