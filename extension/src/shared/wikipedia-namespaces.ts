import { notScorable, type NotScorable } from "./not-scorable";

// Pages of a wiki that are no articles, told by the word in front of the colon. English words work in every edition; what an edition
// says in a language that is not listed here is refused later, by the service.

const texts = {
  "main-page": "This is a start page, not an article. Open an article and paste its address.",
  "search-page": "This is a search, not an article. Open one of the results and paste its address.",
  "special-page": "This is one of Wikipedia's special pages, not an article.",
  "talk-page": "This is a discussion between editors, not an article. Open the article itself.",
  "user-page": "This is an editor's own page, not an article.",
  "project-page": "This page is about how Wikipedia is run; it is not an article.",
  "file-page": "This is the page of an image or a recording, not an article.",
  "template-page": "This is a building block of pages, not an article.",
  "help-page": "This is a help page for editors, not an article.",
  "category-page": "This is a list of a category's pages, not an article.",
  "portal-page": "This is a portal that leads to articles; it is not an article itself.",
  "draft-page": "This is a draft that nobody has published as an article yet.",
  "bad-title": "No article can have this title. Check the address.",
  "not-an-article": "This Wikipedia address does not lead to an article.",
} as const;

type WikipediaRefusal = keyof typeof texts;

// Words of one language, then the reason. Lists such as es:Anexo are articles and are not here. A test holds this to the C# table.
const table: readonly (readonly [language: string, reason: WikipediaRefusal, words: string])[] = [
  ["en", "special-page", "special,media"],
  ["en", "talk-page", "talk,user talk,wikipedia talk,wp talk,wt,project talk,file talk,image talk,mediawiki talk,template talk,help talk,category talk,portal talk,draft talk,module talk,timedtext talk"],
  ["en", "user-page", "user"],
  ["en", "project-page", "wikipedia,project,wp,mos"],
  ["en", "file-page", "file,image,timedtext"],
  ["en", "template-page", "template,tm,module,mediawiki"],
  ["en", "help-page", "help"],
  ["en", "category-page", "category"],
  ["en", "portal-page", "portal"],
  ["en", "draft-page", "draft"],
  ["de", "special-page", "spezial,medium"],
  ["de", "talk-page", "diskussion,benutzer diskussion,benutzerin diskussion,wikipedia diskussion,datei diskussion,vorlage diskussion,hilfe diskussion,kategorie diskussion,portal diskussion,modul diskussion"],
  ["de", "user-page", "benutzer,benutzerin"],
  ["de", "file-page", "datei,bild"],
  ["de", "template-page", "vorlage,modul"],
  ["de", "help-page", "hilfe"],
  ["de", "category-page", "kategorie"],
  ["fr", "special-page", "spécial,média"],
  ["fr", "talk-page", "discussion,discuter,discussion utilisateur,discussion utilisatrice,discussion wikipédia,discussion fichier,discussion modèle,discussion aide,discussion catégorie,discussion portail,discussion projet,discussion module"],
  ["fr", "user-page", "utilisateur,utilisatrice"],
  ["fr", "project-page", "wikipédia,projet,référence"],
  ["fr", "file-page", "fichier"],
  ["fr", "template-page", "modèle"],
  ["fr", "help-page", "aide"],
  ["fr", "category-page", "catégorie"],
  ["fr", "portal-page", "portail"],
  ["es", "special-page", "especial,medio"],
  ["es", "talk-page", "discusión,usuario discusión,usuaria discusión,wikipedia discusión,archivo discusión,plantilla discusión,ayuda discusión,categoría discusión,portal discusión,anexo discusión,módulo discusión"],
  ["es", "user-page", "usuario,usuaria"],
  ["es", "project-page", "wikiproyecto"],
  ["es", "file-page", "archivo,imagen"],
  ["es", "template-page", "plantilla,módulo"],
  ["es", "help-page", "ayuda"],
  ["es", "category-page", "categoría"],
  ["it", "special-page", "speciale"],
  ["it", "talk-page", "discussione,discussioni utente,discussioni wikipedia,discussioni file,discussioni template,discussioni aiuto,discussioni categoria,discussioni portale,discussioni progetto,discussioni modulo,discussioni bozza"],
  ["it", "user-page", "utente"],
  ["it", "project-page", "progetto"],
  ["it", "file-page", "immagine"],
  ["it", "template-page", "modulo"],
  ["it", "help-page", "aiuto"],
  ["it", "category-page", "categoria"],
  ["it", "portal-page", "portale"],
  ["it", "draft-page", "bozza"],
  ["pt", "special-page", "especial,multimédia"],
  ["pt", "talk-page", "discussão,usuário discussão,usuária discussão,usuário(a) discussão,wikipédia discussão,ficheiro discussão,predefinição discussão,ajuda discussão,categoria discussão,portal discussão,anexo discussão"],
  ["pt", "user-page", "usuário,usuária,usuário(a),utilizador,utilizadora"],
  ["pt", "project-page", "wikipédia"],
  ["pt", "file-page", "ficheiro,arquivo,imagem"],
  ["pt", "template-page", "predefinição,módulo"],
  ["pt", "help-page", "ajuda"],
  ["pt", "category-page", "categoria"],
  ["pt", "draft-page", "rascunho"],
  ["nl", "special-page", "speciaal"],
  ["nl", "talk-page", "overleg,overleg gebruiker,overleg wikipedia,overleg bestand,overleg sjabloon,overleg help,overleg categorie,overleg portaal,overleg module"],
  ["nl", "user-page", "gebruiker"],
  ["nl", "file-page", "bestand,afbeelding"],
  ["nl", "template-page", "sjabloon"],
  ["nl", "category-page", "categorie"],
  ["nl", "portal-page", "portaal"],
  ["pl", "special-page", "specjalna"],
  ["pl", "talk-page", "dyskusja,dyskusja użytkownika,dyskusja użytkowniczki,dyskusja wikipedii,dyskusja pliku,dyskusja szablonu,dyskusja pomocy,dyskusja kategorii,dyskusja portalu,dyskusja wikiprojektu,dyskusja modułu"],
  ["pl", "user-page", "użytkownik,użytkowniczka,wikipedysta,wikipedystka"],
  ["pl", "project-page", "wikiprojekt"],
  ["pl", "file-page", "plik,grafika"],
  ["pl", "template-page", "szablon,moduł"],
  ["pl", "help-page", "pomoc"],
  ["pl", "category-page", "kategoria"],
  ["pl", "draft-page", "brudnopis"],
  ["ru", "special-page", "служебная,медиа"],
  ["ru", "talk-page", "обсуждение,обсуждение участника,обсуждение участницы,обсуждение википедии,обсуждение файла,обсуждение шаблона,обсуждение справки,обсуждение категории,обсуждение портала,обсуждение проекта,обсуждение модуля"],
  ["ru", "user-page", "участник,участница"],
  ["ru", "project-page", "википедия,вп,проект,инкубатор"],
  ["ru", "file-page", "файл,изображение"],
  ["ru", "template-page", "шаблон,модуль"],
  ["ru", "help-page", "справка"],
  ["ru", "category-page", "категория"],
  ["ru", "portal-page", "портал"],
  ["uk", "special-page", "спеціальна"],
  ["uk", "talk-page", "обговорення,обговорення користувача,обговорення вікіпедії,обговорення шаблону"],
  ["uk", "user-page", "користувач,користувачка"],
  ["uk", "project-page", "вікіпедія"],
  ["uk", "template-page", "шаблон"],
  ["uk", "help-page", "довідка"],
  ["uk", "category-page", "категорія"],
  ["ja", "special-page", "特別"],
  ["ja", "talk-page", "ノート,利用者‐会話,利用者・トーク,wikipedia‐ノート,ファイル‐ノート,template‐ノート,category‐ノート,portal‐ノート"],
  ["ja", "user-page", "利用者"],
  ["ja", "file-page", "ファイル,画像"],
  ["ja", "template-page", "テンプレート,モジュール"],
  ["ja", "help-page", "ヘルプ"],
  ["ja", "category-page", "カテゴリ"],
  ["ja", "portal-page", "ポータル"],
  ["zh", "special-page", "特殊"],
  ["zh", "talk-page", "讨论,討論,用户讨论,用戶討論,使用者討論,维基百科讨论,維基百科討論,文件讨论,檔案討論,模板讨论,模板討論,分类讨论,分類討論"],
  ["zh", "user-page", "用户,用戶,使用者"],
  ["zh", "project-page", "维基百科,維基百科"],
  ["zh", "file-page", "文件,檔案,图像,圖像"],
  ["zh", "template-page", "模板,模块,模塊,樣板"],
  ["zh", "help-page", "帮助,幫助,使用說明"],
  ["zh", "category-page", "分类,分類"],
  ["zh", "portal-page", "主题,主題"],
  ["zh", "draft-page", "草稿"],
  ["sv", "talk-page", "diskussion,användardiskussion,wikipediadiskussion,fildiskussion,malldiskussion,hjälpdiskussion,kategoridiskussion,portaldiskussion,moduldiskussion"],
  ["sv", "user-page", "användare"],
  ["sv", "file-page", "fil,bild"],
  ["sv", "template-page", "mall,modul"],
  ["sv", "help-page", "hjälp"],
  ["sv", "category-page", "kategori"],
  ["sv", "draft-page", "utkast"],
  ["ar", "special-page", "خاص"],
  ["ar", "talk-page", "نقاش,نقاش المستخدم,نقاش المستخدمة,نقاش ويكيبيديا,نقاش الملف,نقاش القالب,نقاش المساعدة,نقاش التصنيف,نقاش البوابة"],
  ["ar", "user-page", "مستخدم,مستخدمة"],
  ["ar", "project-page", "ويكيبيديا"],
  ["ar", "file-page", "ملف,صورة"],
  ["ar", "template-page", "قالب,وحدة"],
  ["ar", "help-page", "مساعدة"],
  ["ar", "category-page", "تصنيف"],
  ["ar", "portal-page", "بوابة"],
  ["ar", "draft-page", "مسودة"],
];

let reasons: ReadonlyMap<string, WikipediaRefusal> | null = null;

// Made when first asked for: a page of another site need not pay for it at its start.
function reasonsByWord(): ReadonlyMap<string, WikipediaRefusal> {
  return reasons ??= new Map(table.flatMap(([language, reason, words]) => words.split(",").map(word => [`${language}:${word}`, reason] as const)));
}

// Start pages that stand among the articles; the others carry a namespace's word.
const mainPages: ReadonlySet<string> = new Set([
  "en:Main Page", "simple:Main Page", "it:Pagina principale", "nl:Hoofdpagina", "ru:Заглавная страница", "uk:Головна сторінка", "ja:メインページ",
  "ar:الصفحة الرئيسية", "he:עמוד ראשי", "fa:صفحهٔ اصلی", "vi:Trang Chính", "tr:Anasayfa", "tr:Ana Sayfa", "id:Halaman Utama", "cs:Hlavní strana",
  "no:Forside", "da:Forside", "hu:Kezdőlap", "ro:Pagina principală", "ca:Portada", "sk:Hlavná stránka", "bg:Начална страница", "sr:Главна страна",
]);

/** Why a normalised title is no article's; null when it can be one. */
export function namespaceRefusal(language: string, title: string): NotScorable | null {
  if (mainPages.has(`${language}:${title}`)) {
    return wikipediaRefusal("main-page");
  }

  const colon = title.indexOf(":");
  const word = title.slice(0, Math.max(colon, 0)).trimEnd().toLowerCase();
  const reason = colon < 0 ? undefined : reasonsByWord().get(`${language}:${word}`) ?? reasonsByWord().get(`en:${word}`);
  return reason === undefined ? null : wikipediaRefusal(reason);
}

export function wikipediaRefusal(reason: WikipediaRefusal): NotScorable {
  return notScorable(reason, texts[reason]);
}
