using System.Net;
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
    private const string Nothing = """{"esearchresult":{"count":"0","idlist":[]}}""";
    private const string NoResult = """{"hitCount":0,"resultList":{"result":[]}}""";
    private const string NoTopic = "<nlmSearchResult><count>0</count><list/></nlmSearchResult>";

    public PublisherTests()
    {
        Api.With("Alternatives:AskProviders", "true");

        foreach (var publisher in new[] { "MedlinePlus", "Ncbi", "EuropePmc" })
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

    [TestCase("<!DOCTYPE html><html><body>Welcome to the hotel's network</body></html>")]
    [TestCase("")]
    [TestCase("<nlmSearchResult><list><document rank=\"0\" url=\"https://medli")]
    [TestCase("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><nlmSearchResult><list><document url=\"https://medlineplus.gov/x.html\"><content name=\"title\">&a;</content></document></list></nlmSearchResult>")]
    [TestCase("{\"esearchresult\":null}")]
    [TestCase("[]")]
    [TestCase("{\"esearchresult\":{\"idlist\":\"no list\"},\"resultList\":[]}")]
    public async Task Stays_with_the_catalogue_when_publishers_send_nonsense(string body)
    {
        foreach (var question in new[] { MedlinePlus, Chapters, Papers, EuropePmc })
        {
            Sends(question, body);
        }

        var found = await FindAsync();
        Assert.That(AddressesOf(found), Is.Not.Empty);
        Assert.That(found["alternatives"]!.AsArray().Select(alternative => (string?)alternative!["provider"]), Does.Not.Contain("Europe PMC"));
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
    public async Task Asks_nobody_that_is_switched_off()
    {
        foreach (var publisher in new[] { "MedlinePlus", "Ncbi", "EuropePmc" })
        {
            Api.With($"Upstream:{publisher}:Enabled", "false");
        }

        await FindAsync();
        Assert.That(Upstream.Calls, Is.Empty);
    }

    /// <summary>All publishers but these have nothing.</summary>
    private void Others(params string[] but)
    {
        (string Question, string Body)[] all = [(MedlinePlus, NoTopic), (Chapters, Nothing), (Papers, Nothing), (EuropePmc, NoResult)];

        foreach (var (question, body) in all.Where(pair => !but.Contains(pair.Question)))
        {
            Sends(question, body);
        }
    }

    private void Sends(string question, string body) => Upstream.Sends(question, Encoding.UTF8.GetBytes(body));

    private async Task<JsonNode> FindAsync()
    {
        using var response = await Client.GetAsync(new Uri("/v1/alternatives?topic=scurvy", UriKind.Relative));
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await JsonOf(response);
    }

    private async Task<IEnumerable<string?>> AddressesAsync() => AddressesOf(await FindAsync());

    private static IEnumerable<string?> AddressesOf(JsonNode found) => found["alternatives"]!.AsArray().Select(alternative => (string?)alternative!["url"]);
}
