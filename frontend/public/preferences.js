// Runs before the first paint so that a chosen theme or language does not flash.
;(() => {
  try {
    const theme = localStorage.getItem('daedal.theme')
    if (theme === '"light"' || theme === '"dark"') document.documentElement.dataset.theme = theme.slice(1, -1)
    const language = localStorage.getItem('daedal.language')
    const chinese = language ? language === '"zh"' : navigator.language.toLowerCase().startsWith('zh')
    if (chinese) document.documentElement.lang = 'zh-Hans'
  } catch {
    // Storage is closed to this page: the system's theme and the English page stand.
  }
})()
