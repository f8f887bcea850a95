using System.Net;
using System.Security.Authentication;
using System.Text;
using System.Text.Json.Nodes;
using CredScore.Api.Tests.Support;

namespace CredScore.Api.Tests.Upstream;

/// <summary>Each publisher's answers in its documented form, written by us, and what comes when it does not keep to it.</summary>
internal sealed class PublisherTests : ApiTests
{
    private const string MedlinePlus = "db=healthTopics";
    private const string Chapters = "db=books&term";
    private const string Chapter = "db=books&id";
    private const string Papers = "db=pubmed&term";
    private const string Paper = "db=pubmed&id";
    private const string EuropePmc = "resultType=lite";
    private const string Wikidata = "action=wbgetentities";
    private const string Connect = "mainSearchCriteria.v.c=";
    private const string Nhs = "/nhs-website-content/";
    private const string Cdc = "/api/v2/resources/media";
    private const string Books = "/apps/cms/api/v2/pages/";
    private const string Courses = "/api/v1/learning_resources_search/";
    private const string NoPage = """{"meta":{"status":200},"results":[]}""";
    private const string NoBook = """{"meta":{"total_count":0},"items":[]}""";
    private const string NoCourse = """{"count":0,"results":[]}""";
    private const string Videos = "/youtube/v3/search";
    private const string Nothing = """{"esearchresult":{"count":"0","idlist":[]}}""";
    private const string NoResult = """{"hitCount":0,"resultList":{"result":[]}}""";
    private const string NoTopic = "<nlmSearchResult><count>0</count><list/></nlmSearchResult>";

    private const string NoItem = """{"entities":{"-1":{"site":"enwiki","title":"Scurvy","missing":""}},"success":1}""";
    private const string NoEntry = """{"feed":{"entry":[]}}""";

    private static readonly string[] Publishers = ["MedlinePlus", "Ncbi", "EuropePmc", "Wikidata", "MedlinePlusConnect", "Nhs", "Cdc", "OpenStax", "OpenCourseWare", "YouTubeVideos"];

    public PublisherTests()
    {
        Api.With("Alternatives:AskProviders", "true");

        foreach (var publisher in Publishers)
        {
            Api.With($"Upstream:{publisher}:RetryMilliseconds", "0");
        }
    }

    [Test]
    public async Task Takes_MedlinePlus_topics_that_have_the_topic_s_name_and_no_others()
    {
        Others(MedlinePlus);
        Sends(MedlinePlus, """
            <?xml version="1.0" encoding="UTF-8"?>
            <nlmSearchResult><term>title:"scurvy"</term><count>2</count><list num="2" start="0" per="10">
            <document rank="0" url="https://medlineplus.gov/vitaminc.html"><content name="title">Vitamin C</content></document>
            <document rank="1" url="https://medlineplus.gov/scurvy.html"><content name="title">&lt;span class="qt0"&gt;Scurvy&lt;/span&gt;</content></document>
            <document rank="2" url="https://evil.example/scurvy.html"><content name="title">Scurvy</content></document>
            </list></nlmSearchResult>
            """);
        Assert.That(await AddressesAsync(), Does.Contain("https://medlineplus.gov/scurvy.html").And.Not.Contain("https://medlineplus.gov/vitaminc.html").And.Not.Contain("https://evil.example/scurvy.html"));
    }

    [Test]
    public async Task Takes_chapters_of_StatPearls_and_reviews_of_PubMed_but_nothing_retracted()
    {
        Others(Chapters, Papers);
        Sends(Chapters, """{"esearchresult":{"count":"2","idlist":["11","12"]}}""");
        Sends(Chapter, """{"result":{"uids":["11","12"],"11":{"uid":"11","title":"Vitamin C Deficiency","chapteraccessionid":"NBK493187"},"12":{"uid":"12","title":"Scurvy of ships","chapteraccessionid":"NBK1"}}}""");
        Sends(Papers, """{"esearchresult":{"count":"3","idlist":["21","22","23"]}}""");
        Sends(Paper, """
            {"result":{"uids":["21","22","23"],
            "21":{"uid":"21","title":"Scurvy in adults: a systematic review.","source":"Br J Nutr","pubdate":"2023 Mar","pubtype":["Journal Article","Systematic Review"]},
            "22":{"uid":"22","title":"Scurvy and everything.","source":"X","pubdate":"2020","pubtype":["Retracted Publication","Systematic Review"]},
            "23":{"uid":"23","title":"Guideline on something else.","source":"X","pubdate":"2020","pubtype":["Practice Guideline"]}}}
            """);
        var found = await FindAsync();
        Assert.Multiple(() =>
        {
            Assert.That(AddressesOf(found), Does.Contain("https://www.ncbi.nlm.nih.gov/books/NBK493187/").And.Contain("https://pubmed.ncbi.nlm.nih.gov/21/"));
            Assert.That(AddressesOf(found), Does.Not.Contain("https://www.ncbi.nlm.nih.gov/books/NBK1/").And.Not.Contain("https://pubmed.ncbi.nlm.nih.gov/22/").And.Not.Contain("https://pubmed.ncbi.nlm.nih.gov/23/"));
            Assert.That(Upstream.Calls.Where(call => call.Host.StartsWith("eutils", StringComparison.Ordinal)).Select(call => call.Query), Has.All.Contains("tool=credscore").And.All.Contains("email="));
        });
    }

    [Test]
    public async Task Takes_open_reviews_of_Europe_PMC_that_name_the_topic()
    {
        Others(EuropePmc);
        Sends(EuropePmc, """
            {"hitCount":3,"resultList":{"result":[
            {"id":"31","source":"MED","title":"Scurvy today: a review.","pubYear":"2024","journalTitle":"Nutrients","isOpenAccess":"Y"},
            {"id":"32","source":"MED","title":"Scurvy behind a wall.","pubYear":"2024","isOpenAccess":"N"},
            {"id":"33","source":"MED","title":"Another disease.","isOpenAccess":"Y"}]}}
            """);
        Assert.That(await AddressesAsync(), Does.Contain("https://europepmc.org/article/MED/31").And.Not.Contain("https://europepmc.org/article/MED/32").And.Not.Contain("https://europepmc.org/article/MED/33"));
    }

    [Test]
    public async Task Follows_the_numbers_that_Wikidata_gives_of_the_same_subject()
    {
        Others(Wikidata);
        Sends(Wikidata, """
            {"entities":{"Q127260":{"type":"item","id":"Q127260","claims":{
            "P1417":[{"mainsnak":{"snaktype":"value","property":"P1417","datavalue":{"value":"science/scurvy","type":"string"}},"type":"statement","rank":"normal"}],
            "P604":[{"mainsnak":{"snaktype":"value","property":"P604","datavalue":{"value":"000355","type":"string"}},"rank":"normal"},{"mainsnak":{"snaktype":"value","datavalue":{"value":"000999","type":"string"}},"rank":"deprecated"}],
            "P492":[{"mainsnak":{"snaktype":"value","datavalue":{"value":"240400","type":"string"}},"rank":"normal"},{"mainsnak":{"snaktype":"value","datavalue":{"value":"240401","type":"string"}},"rank":"normal"}],
            "P1415":[{"mainsnak":{"snaktype":"novalue","property":"P1415"},"rank":"normal"}],
            "P699":[{"mainsnak":{"snaktype":"value","datavalue":{"value":"DOID:../x","type":"string"}},"rank":"normal"}],
            "P3123":[{"mainsnak":{"snaktype":"value","datavalue":{"value":"//evil.example/x","type":"string"}},"rank":"preferred"}]}}},"success":1}
            """);
        var addresses = (await AddressesAsync()).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(addresses, Does.Contain("https://www.britannica.com/science/scurvy").And.Contain("https://medlineplus.gov/ency/article/000355.htm"));
            Assert.That(addresses, Has.None.Contains("omim.org").And.None.Contains("000999").And.None.Contains("odnb").And.None.Contains("evil").And.None.Contains("disease-ontology"), "Two numbers of equal rank, no value, and what is no number are left out.");
            Assert.That(Upstream.Calls.Single(call => call.Query.Contains(Wikidata, StringComparison.Ordinal)).Query, Does.Contain("titles=Scurvy").And.Contain("sites=enwiki"));
        });
    }

    [TestCase("https://medlineplus.gov/ency/article/000355.htm?utm_source=mplusconnect", "Scurvy", true)]
    [TestCase("https://medlineplus.gov/vitaminc.html", "Vitamin C", false)]
    [TestCase("https://evil.example/scurvy.html", "Scurvy", false)]
    public async Task Takes_what_MedlinePlus_has_for_the_code_where_the_title_is_the_topic_s(string address, string title, bool isTaken)
    {
        Others(Connect);
        Sends(Connect, "{\"feed\":{\"entry\":[{\"title\":{\"_value\":\"" + title + "\",\"type\":\"text\"},\"link\":[{\"href\":\"" + address + "\",\"rel\":\"alternate\"}]}]}}");
        var expected = new Uri(address).GetLeftPart(UriPartial.Path);
        Assert.That((await AddressesAsync()).Contains(expected), Is.EqualTo(isTaken));
        Assert.That(Upstream.Calls.Select(call => call.Query), Has.One.Contains("v.cs=2.16.840.1.113883.6.90&mainSearchCriteria.v.c=E54"));
    }

    [Test]
    public async Task Takes_the_page_of_the_CDC_that_has_the_topic_s_name()
    {
        Others(Cdc);
        Sends(Cdc, """
            {"meta":{"status":200,"pagination":{"total":5,"count":5}},"results":[
            {"id":1,"name":"Scurvy among sailors","mediaType":"HTML","language":{"name":"English"},"sourceUrl":"https://www.cdc.gov/scurvy/sailors.html"},
            {"id":2,"name":"Scurvy","mediaType":"Infographic","language":{"name":"English"},"sourceUrl":"https://www.cdc.gov/scurvy/picture.html"},
            {"id":3,"name":"Scurvy","mediaType":"HTML","language":{"name":"Spanish"},"sourceUrl":"https://www.cdc.gov/scurvy/es.html"},
            {"id":4,"name":"Scurvy","mediaType":"HTML","language":{"name":"English"},"sourceUrl":"https://www.cdc.gov.evil.example/scurvy.html"},
            {"id":5,"name":"About Scurvy","mediaType":"HTML","language":{"name":"English"},"sourceUrl":"http://www.cdc.gov/scurvy/about/index.html?s_cid=1"}]}
            """);
        Assert.That((await AddressesAsync()).Where(address => address!.Contains("cdc.gov", StringComparison.Ordinal)), Is.EqualTo(new[] { "https://www.cdc.gov/scurvy/about/index.html" }));
    }

    [Test]
    public async Task Takes_whole_books_and_courses_on_a_subject_whatever_their_edition()
    {
        Others(Books, Courses);
        Sends(Books, """
            {"meta":{"total_count":3},"items":[
            {"id":1,"meta":{"slug":"microbiology-for-nurses","type":"books.Book"},"title":"Microbiology for Nurses","book_state":"live"},
            {"id":2,"meta":{"slug":"microbiology-draft","type":"books.Book"},"title":"Microbiology","book_state":"retired"},
            {"id":3,"meta":{"slug":"microbiology-2e","type":"books.Book"},"title":"Microbiology 2e","book_state":"live"}]}
            """);
        Sends(Courses, """
            {"count":3,"results":[
            {"id":1,"title":"Laboratory in Microbiology and Ethics","url":"https://ocw.mit.edu/courses/x/","readable_id":"1"},
            {"id":2,"title":"Microbiology","url":"https://evil.example/courses/microbiology/"},
            {"id":3,"title":"Introduction to Microbiology","url":"https://ocw.mit.edu/courses/20-1-introduction-to-microbiology/"}]}
            """);
        var found = await FindAsync("microbiology");
        Assert.That(AddressesOf(found), Does.Contain("https://openstax.org/details/books/microbiology-2e").And.Contain("https://ocw.mit.edu/courses/20-1-introduction-to-microbiology/"));
        Assert.That(AddressesOf(found), Has.None.Contains("evil").And.None.Contains("nurses").And.None.Contains("draft").And.None.Contains("courses/x/"));
    }

    [Test]
    public async Task Asks_for_no_course_on_a_disease()
    {
        Others();
        await FindAsync();
        Assert.That(Upstream.Calls.Select(call => call.AbsolutePath), Has.None.EqualTo(Books).And.None.EqualTo(Courses));
    }

    [Test]
    public async Task Asks_the_NHS_with_the_owner_s_key_and_looks_through_its_sections()
    {
        Api.With("Upstream:Nhs:ApiKey", "an-nhs-key");
        Others();
        Upstream.Fails("/nhs-website-content/conditions/scurvy/", HttpStatusCode.NotFound);
        Sends("/nhs-website-content/symptoms/scurvy/", """{"@context":"http://schema.org","@type":"MedicalWebPage","name":"Scurvy","url":"https://api.service.nhs.uk/nhs-website-content/symptoms/scurvy/","dateModified":"2025-01-01"}""");
        Assert.That(await AddressesAsync(), Does.Contain("https://www.nhs.uk/symptoms/scurvy/"));
        Assert.That(Upstream.Calls.Count(call => call.AbsolutePath.StartsWith(Nhs, StringComparison.Ordinal)), Is.EqualTo(2));
    }

    [Test]
    public async Task Asks_the_NHS_for_nothing_without_a_key()
    {
        Others();
        await FindAsync();
        Assert.That(Upstream.Calls.Select(call => call.AbsolutePath), Has.None.StartsWith(Nhs));
    }

    [Test]
    public async Task Takes_videos_of_institutions_alone_and_asks_YouTube_only_with_the_owner_s_key()
    {
        Api.With("Upstream:YouTube:ApiKey", "a-key");
        Others();
        Sends(Videos, """
            {"items":[
            {"id":{"videoId":"aaaaaaaaaaa"},"snippet":{"title":"Scurvy &amp; its causes","channelId":"UC-FQDWDpoHrxB1WG99izK8g","channelTitle":"Nationwide Children's"}},
            {"id":{"videoId":"bbbbbbbbbbb"},"snippet":{"title":"Scurvy cured by magic","channelId":"UCxxxxxxxxxxxxxxxxxxxxxx","channelTitle":"Somebody"}},
            {"id":{"videoId":"ccccccccccc"},"snippet":{"title":"Something else","channelId":"UC-FQDWDpoHrxB1WG99izK8g","channelTitle":"Nationwide Children's"}},
            {"id":{"videoId":"<script>aaa"},"snippet":{"title":"Scurvy","channelId":"UC-FQDWDpoHrxB1WG99izK8g"}}]}
            """);
        var found = await FindAsync();
        var video = found["alternatives"]!.AsArray().Single(alternative => (string?)alternative!["kind"] == "video");
        Assert.That(((string?)video!["url"], (string?)video["title"]), Is.EqualTo(("https://www.youtube.com/watch?v=aaaaaaaaaaa", "Scurvy & its causes")));
        Assert.That(Upstream.ApiKeys, Has.One.EqualTo("a-key"));
    }

    [Test]
    public async Task Searches_no_more_videos_today_when_the_day_s_searches_are_used_up()
    {
        Api.With("Upstream:YouTube:ApiKey", "a-key");
        Others();
        Upstream.Answers(Videos, _ => Task.FromResult(RecordedUpstream.Response(HttpStatusCode.Forbidden, """{"error":{"code":403,"errors":[{"reason":"quotaExceeded"}]}}"""u8.ToArray())));
        await FindAsync();
        await FindAsync();
        Assert.That(AddressesOf(await FindAsync()), Is.Not.Empty);
        Assert.That(Upstream.Calls.Count(call => call.AbsolutePath.StartsWith(Videos, StringComparison.Ordinal)), Is.EqualTo(1));
    }

    [TestCase("<!DOCTYPE html><html><body>Welcome to the hotel's network</body></html>")]
    [TestCase("")]
    [TestCase("<nlmSearchResult><list><document rank=\"0\" url=\"https://medli")]
    [TestCase("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><nlmSearchResult><list><document url=\"https://medlineplus.gov/x.html\"><content name=\"title\">&a;</content></document></list></nlmSearchResult>")]
    [TestCase("{\"esearchresult\":null}")]
    [TestCase("[]")]
    [TestCase("{\"esearchresult\":{\"idlist\":\"no list\"},\"resultList\":[]}")]
    public async Task Stays_with_the_catalogue_when_publishers_send_nonsense(string body)
    {
        foreach (var question in new[] { MedlinePlus, Chapters, Papers, EuropePmc, Wikidata, Connect, Cdc })
        {
            Sends(question, body);
        }

        var found = await FindAsync();
        Assert.That(AddressesOf(found), Is.Not.Empty);
        Assert.That(found["alternatives"]!.AsArray().Select(alternative => (string?)alternative!["provider"]), Does.Not.Contain("Europe PMC").And.Not.Contain("Oxford Dictionary of National Biography"));
    }

    [TestCase(HttpStatusCode.TooManyRequests)]
    [TestCase(HttpStatusCode.ServiceUnavailable)]
    [TestCase(HttpStatusCode.Forbidden)]
    [TestCase(HttpStatusCode.Found)]
    [TestCase(HttpStatusCode.NotFound)]
    public async Task Keeps_the_answers_of_others_when_one_publisher_refuses(HttpStatusCode status)
    {
        Others(MedlinePlus, EuropePmc);
        Upstream.Fails(MedlinePlus, status);
        Sends(EuropePmc, """{"resultList":{"result":[{"id":"31","title":"Scurvy today: a review.","isOpenAccess":"Y"}]}}""");
        Assert.That(await AddressesAsync(), Does.Contain("https://europepmc.org/article/MED/31"));
    }

    [Test]
    public async Task Keeps_the_answers_of_others_when_a_publisher_s_certificate_has_expired()
    {
        Others(MedlinePlus, EuropePmc);
        Upstream.Answers(MedlinePlus, _ => throw new HttpRequestException(HttpRequestError.SecureConnectionError, "The SSL connection could not be established.", new AuthenticationException("The remote certificate is invalid: NotTimeValid")));
        Sends(EuropePmc, """{"resultList":{"result":[{"id":"31","title":"Scurvy today: a review.","isOpenAccess":"Y"}]}}""");
        Assert.That(await AddressesAsync(), Does.Contain("https://europepmc.org/article/MED/31"));
        Assert.That(Api.Logs.Lines, Has.Some.Contains("A publisher gave no alternatives. MedlinePlus"));
    }

    [Test]
    public async Task Refuses_an_answer_of_ten_megabytes_and_keeps_the_others()
    {
        Others(MedlinePlus, EuropePmc);
        Upstream.Sends(MedlinePlus, new byte[10 * 1024 * 1024]);
        Sends(EuropePmc, """{"resultList":{"result":[{"id":"31","title":"Scurvy today: a review.","isOpenAccess":"Y"}]}}""");
        Assert.That(await AddressesAsync(), Does.Contain("https://europepmc.org/article/MED/31"));
    }

    [Test]
    public async Task Names_who_is_late_and_has_the_answer_the_next_time()
    {
        Others(EuropePmc);
        var late = new TaskCompletionSource();
        Upstream.Answers(EuropePmc, async token =>
        {
            await late.Task.WaitAsync(token);
            return RecordedUpstream.Response(HttpStatusCode.OK, """{"resultList":{"result":[{"id":"31","title":"Scurvy today: a review.","isOpenAccess":"Y"}]}}"""u8.ToArray());
        });
        _ = Client;
        var first = await Api.WhileTimePassesAsync(FindAsync(), questions: int.MaxValue);
        Assert.That(first["late"]!.AsArray().Select(name => (string?)name), Does.Contain("Europe PMC"));

        late.SetResult();
        Assert.That(await AddressesAsync(), Does.Contain("https://europepmc.org/article/MED/31"));
    }

    [Test]
    public async Task Asks_for_a_topic_once_and_keeps_the_answer_for_a_day()
    {
        Others();
        await FindAsync();
        var asked = Upstream.Calls.Count;
        await FindAsync();
        Assert.That(Upstream.Calls, Has.Count.EqualTo(asked));
        Api.Clock.Advance(TimeSpan.FromHours(25));
        await FindAsync();
        Assert.That(Upstream.Calls, Has.Count.EqualTo(2 * asked));
    }

    [Test]
    public async Task Needs_no_publisher_again_after_a_restart_until_their_terms_ask_for_it()
    {
        Others(EuropePmc);
        Sends(EuropePmc, """{"resultList":{"result":[{"id":"31","title":"Scurvy today: a review.","isOpenAccess":"Y"}]}}""");
        var before = AddressesOf(await FindAsync()).ToList();

        using var restarted = new CredScoreApi().With("Storage:Directory", Api.DataFolder).With("Alternatives:AskProviders", "true").With("Alternatives:KeepHours", "48");
        using var client = restarted.CreateClient();
        Assert.That(AddressesOf(await FindAsync(client)), Is.EqualTo(before));
        Assert.That(restarted.Upstream.Calls, Is.Empty);

        // What was kept for a day is asked for anew, and MedlinePlus's answers are never kept for longer, whatever the setting.
        restarted.Clock.Advance(TimeSpan.FromHours(25));
        Answer(restarted);
        await FindAsync(client);
        var asked = restarted.Upstream.Calls.Count;
        Assert.That(asked, Is.Positive);
        restarted.Clock.Advance(TimeSpan.FromHours(25));
        await FindAsync(client);
        Assert.That(restarted.Upstream.Calls.Skip(asked).Select(call => call.Host).Distinct(), Is.EquivalentTo(new[] { "wsearch.nlm.nih.gov", "connect.medlineplus.gov" }));
    }

    [Test]
    public async Task Asks_again_after_a_restart_where_a_publisher_had_failed()
    {
        Others(EuropePmc);
        Upstream.Fails(EuropePmc, HttpStatusCode.ServiceUnavailable);
        await FindAsync();

        using var restarted = new CredScoreApi().With("Storage:Directory", Api.DataFolder).With("Alternatives:AskProviders", "true");
        using var client = restarted.CreateClient();
        Answer(restarted);
        await FindAsync(client);
        Assert.That(restarted.Upstream.Calls.Select(call => call.Host).Distinct(), Is.EqualTo(new[] { "www.ebi.ac.uk" }));
    }

    [Test]
    public async Task Asks_nobody_that_is_switched_off()
    {
        foreach (var publisher in Publishers)
        {
            Api.With($"Upstream:{publisher}:Enabled", "false");
        }

        await FindAsync();
        Assert.That(Upstream.Calls, Is.Empty);
    }

    /// <summary>All publishers but these have nothing.</summary>
    private void Others(params string[] but) => Answer(Api, but);

    private static void Answer(CredScoreApi api, params string[] but)
    {
        (string Question, string Body)[] all =
        [
            (MedlinePlus, NoTopic), (Chapters, Nothing), (Papers, Nothing), (EuropePmc, NoResult), (Wikidata, NoItem), (Connect, NoEntry), (Cdc, NoPage), (Books, NoBook), (Courses, NoCourse),
        ];

        foreach (var (question, body) in all.Where(pair => !but.Contains(pair.Question)))
        {
            api.Upstream.Sends(question, Encoding.UTF8.GetBytes(body));
        }
    }

    private void Sends(string question, string body) => Upstream.Sends(question, Encoding.UTF8.GetBytes(body));

    private Task<JsonNode> FindAsync(string topic = "scurvy") => FindAsync(Client, topic);

    private static async Task<JsonNode> FindAsync(HttpClient client, string topic = "scurvy")
    {
        using var response = await client.GetAsync(new Uri($"/v1/alternatives?topic={topic}", UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await JsonOf(response);
    }

    private async Task<IEnumerable<string?>> AddressesAsync() => AddressesOf(await FindAsync());

    private static IEnumerable<string?> AddressesOf(JsonNode found) => found["alternatives"]!.AsArray().Select(alternative => (string?)alternative!["url"]);
}
