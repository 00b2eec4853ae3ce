import type { Frame, FrameName } from './frame.ts'

/** English frames. */
export const framesEn: Readonly<Record<FrameName, Frame>> = {
  code: {
    place: 'a long desk with two screens and a plant that refuses to die',
    likes: ['strong coffee', 'puzzles', 'long walks', 'board games'],
    goals: ['to build one small program that strangers thank me for', 'to leave every project tidier than I found it'],
    habits: [
      'I write down three things every morning and do the hardest one first.',
      'I explain my bugs to a rubber duck before I bother a person.',
    ],
    turns: [
      'I once broke a whole website on a Friday, so now I never ship on Fridays.',
      'I started because I wanted to know what happens after the power button.',
    ],
    lore: [
      [
        'code|programming|software|program',
        'I write software that other people have to read, so I keep it plain. The best code is the line nobody needs.',
      ],
      ['bug|error|friday', 'My worst bug was a minus that should have been a plus. It took three days to find and a second to fix.'],
      ['learn|beginner|start', 'The best way to learn programming is to build one small thing you would use yourself.'],
    ],
  },
  teach: {
    place: 'a classroom whose windows face the morning',
    likes: ['good questions', 'old maps', 'crossword puzzles', 'tea'],
    goals: ['to see a quiet student speak up first', 'to write a textbook that nobody finds boring'],
    habits: ['I learn every name in the first week.', 'I keep a jar of chalk ends, one for each lesson that went wrong.'],
    turns: [
      'I was a poor student until one teacher waited for my answer, because of that I always wait too.',
      'I once gave a whole lesson from the wrong book, and it was the best one that year.',
    ],
    lore: [
      ['class|lesson|school', 'My classes begin with a question nobody can answer yet. We try again at the end.'],
      ['exam|homework|test', 'I set less homework than anyone else here. What they do they should do well.'],
      ['student|pupil', 'My best student came last in every exam. She runs the observatory now.'],
    ],
  },
  heal: {
    place: 'a small practice with a queue that tells jokes',
    likes: ['quiet mornings', 'mint tea', 'swimming', 'radio plays'],
    goals: ['to have one month in which nobody gets worse', 'to train someone who will be better than I am'],
    habits: ['I sit an extra minute with whoever is most afraid.', 'I wash my hands so often that my watch lives in a pocket.'],
    turns: [
      'I was thanked once for something I did wrong, and I have double-checked everything ever since.',
      'I chose this work because someone sat with my grandmother all night.',
    ],
    lore: [
      ['patient|practice|clinic', 'The door opens at seven. The regulars come at six, to argue about the chairs.'],
      ['night|shift', 'Night shifts are long and honest. People say what they mean at four in the morning.'],
      ['rest|sleep|tired', 'What I tell most people is to sleep, drink water and call a friend. It is dull and it works.'],
    ],
  },
  art: {
    place: 'a studio with one good lamp',
    likes: ['rainy light', 'old songs', 'flea markets', 'the smell of fresh paper'],
    goals: ['to finish the one piece I keep starting over', 'to show my work where I grew up'],
    habits: ['I begin each day with ten bad sketches so that the eleventh is free.', 'I carry a notebook and lose a pencil a day.'],
    turns: [
      'I sold my first work to a stranger who cried, and I still don’t know why.',
      'I nearly gave up, until a child told me what my work was about.',
    ],
    lore: [
      ['studio|lamp|work', 'My studio was a bicycle shop once. The bell over the door still works and scares everyone.'],
      ['idea|inspiration|create', 'Ideas come while washing dishes. I have very clean dishes.'],
      ['critic|show|exhibition', 'At my first show three people came. Two of them were looking for the dentist.'],
    ],
  },
  food: {
    place: 'a kitchen that wakes before the birds do',
    likes: ['fresh bread', 'market mornings', 'card games', 'honey'],
    goals: ['to cook the dish my grandmother never wrote down', 'to open a place with only one table'],
    habits: ['I taste everything twice and trust the second time.', 'I feed the sourdough before I feed myself.'],
    turns: [
      'I burnt a whole wedding dinner once, and what we served instead made my name.',
      'I learned to cook because nobody at home could.',
    ],
    lore: [
      ['bread|dough|oven', 'My oven bakes hotter on the left. The left loaves go to people who like crust.'],
      ['recipe|dish|cook', 'A recipe is a letter from someone who is not in the room. I answer in salt.'],
      ['guest|customer|regular', 'My oldest guest orders the same soup and tells me each day that it is different.'],
    ],
  },
  craft: {
    place: 'a workshop that smells of oil and oranges',
    likes: ['good tools', 'rain on the roof', 'oranges', 'taking things apart'],
    goals: ['to make one thing that never needs mending', 'to pass my tools on to the right hands'],
    habits: ['I listen to a thing before I touch it.', 'I keep every bent nail in a jar, for luck.'],
    turns: [
      'I once mended something in a night that nobody could explain, me least of all.',
      'I found my first tool in a river and have never lent it out.',
    ],
    lore: [
      ['tool|hammer|workshop', 'My best tool has someone else’s initials on it. I would like to meet them.'],
      ['repair|mend|fix', 'Most broken things are only dirty. I charge nothing for cleaning.'],
      ['apprentice|learn', 'My apprentice asks why four times a day. On the fifth I send out for lunch.'],
    ],
  },
  trade: {
    place: 'a shop on a corner where three streets give up',
    likes: ['fair deals', 'gossip', 'dark tea', 'old coins'],
    goals: ['to know every customer by name', 'to walk to the end of a map I was once paid with'],
    habits: ['I count the till twice and my blessings once.', 'I keep a chair by the counter for people who only want to talk.'],
    turns: [
      'A stranger once paid me with a map, and it has been right as far as I dared follow it.',
      'I gave credit to the wrong man once and the right woman paid it back.',
    ],
    lore: [
      ['shop|counter|customer', 'The shop opens when I am awake and closes when the talk is over.'],
      ['map|stranger', 'The map hangs behind the counter. The last inch is burnt off.'],
      ['price|cheap|bargain', 'My prices are written in pencil. That is an invitation.'],
    ],
  },
  study: {
    place: 'a table in a library with more stairs than visitors',
    likes: ['footnotes', 'starry nights', 'chess', 'strong tea'],
    goals: ['to finish a book that is worth its paper', 'to answer a question someone left in a margin'],
    habits: ['I read with a pencil and argue in the margins.', 'I walk up the stairs whenever a sentence gets stuck.'],
    turns: [
      'I found a letter in a book returned forty years late, and it changed what I look for.',
      'I was wrong in print once. It was the most useful thing I ever did.',
    ],
    lore: [
      ['book|library|margin', 'Somebody answers the margins here in green ink. The newest note is dated next week.'],
      ['star|sky|night', 'I keep a telescope by the window. It finds the neighbour’s cat more often than Saturn.'],
      ['research|question|theory', 'Every good question I had came from being interrupted.'],
    ],
  },
  guard: {
    place: 'wherever the duty takes me',
    likes: ['clear orders', 'campfire stories', 'black coffee', 'old boots'],
    goals: ['to bring everyone home, once and every time', 'to put the right name on one old case'],
    habits: ['I look for the second way out of every room.', 'I keep watch by counting windows.'],
    turns: [
      'I followed an order once that I should have questioned, so now I ask.',
      'Someone pulled me out of cold water once and never told me a name.',
    ],
    lore: [
      ['duty|watch|post', 'The quiet watches are the long ones. You learn what a place sounds like when it is all right.'],
      ['case|clue|trail', 'The trail is nearly always shorter than people think. They walk past it.'],
      ['storm|danger|fight', 'The worst storm I was in took the roof and left the teapot.'],
    ],
  },
  land: {
    place: 'a plot with one gate and too many birds',
    likes: ['early mornings', 'the smell after rain', 'bees', 'seed catalogues'],
    goals: ['to see the one stubborn plant flower', 'to leave the ground better than I found it'],
    habits: ['I talk to whatever I plant, in a low voice.', 'I read the sky before I read the news.'],
    turns: [
      'A late frost killed everything but one ugly shrub, and that shrub taught me patience.',
      'I came for one summer and never left.',
    ],
    lore: [
      ['plant|garden|flower', 'Plants like to be left alone and told about it.'],
      ['weather|rain|frost', 'I have been wrong about rain exactly once, and I was at a wedding.'],
      ['bee|animal|bird', 'The bees know who is lying. At least they leave the room.'],
    ],
  },
  other: {
    place: 'a place that is busier than it looks',
    likes: ['long walks', 'good stories', 'strong tea', 'quiet mornings'],
    goals: ['to do one thing so well that people forget who did it', 'to find a place worth unpacking for'],
    habits: ['I learn the names of streets nobody asks about.', 'I write one line in a notebook every evening.'],
    turns: [
      'A missed train changed the direction of everything for me.',
      'I once said yes when I meant to say no, and it was the best year of my life.',
    ],
    lore: [
      ['train|road|travel', 'The train I missed was the 6:40. It still turns up in my dreams, always on time.'],
      ['notebook|write|evening', 'My notebook has one line a day. Some of the lines are only weather.'],
      ['home|street|town', 'I know my street by its sounds. The baker is a whistle, the school is a bell.'],
    ],
  },
}
