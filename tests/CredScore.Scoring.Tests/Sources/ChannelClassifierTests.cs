using System.Text.Json;
using CredScore.Scoring.Documents;
using CredScore.Scoring.Sources;
using CsCheck;

namespace CredScore.Scoring.Tests.Sources;

public sealed class ChannelClassifierTests
{
    private static readonly ChannelClassifier Classifier = ChannelClassifier.Default;

    [Test]
    public void Knows_a_channel_by_its_id_whatever_it_is_called()
    {
        var origin = Classifier.Classify(By(new() { Id = "UCiMg06DjcUk5FRiM3g5sqoQ", Name = "Anything" }));

        Assert.That((origin.Kind, origin.Certainty, origin.List, origin.IsHealthSource), Is.EqualTo((ChannelKind.PublicBody, ChannelCertainty.Registered, "channels", true)));
        Assert.That(origin.Why, Does.Contain("public health agency").And.Contain("vets the source and not this video"));
    }

    [TestCase("@NLMNIH")]
    [TestCase("/@nlmnih")]
    [TestCase("/user/NLMNIH")]
    public void Knows_a_channel_by_its_handle_or_older_name(string handle)
        => Assert.That(Classifier.Classify(By(new() { Handle = handle })).Kind, Is.EqualTo(ChannelKind.PublicBody));

    [Test]
    public void Believes_the_id_before_the_handle()
        => Assert.That(Classifier.Classify(By(new() { Id = "UC8fQzKHIhSoZeSq3bwQx4mw", Handle = "@cnn" })).Kind, Is.EqualTo(ChannelKind.Hospital));

    [Test]
    public void Takes_an_id_letter_by_letter()
        => Assert.That(Classifier.Classify(By(new() { Id = "uC8fQzKHIhSoZeSq3bwQx4mw" })).Kind, Is.EqualTo(ChannelKind.Unknown));

    [TestCase("From an accredited hospital", ChannelKind.Hospital)]
    [TestCase("From a licensed doctor in Australia", ChannelKind.Clinician)]
    public void Takes_what_a_health_panel_says_from_the_page_alone(string text, ChannelKind kind)
    {
        var origin = Classifier.Classify(By(new() { Name = "Some Channel" }, new VideoPanel(VideoPanelKind.HealthSource, text, null)));

        Assert.That((origin.Kind, origin.Certainty, origin.List, origin.IsHealthSource), Is.EqualTo((kind, ChannelCertainty.Shown, (string?)null, true)));
        Assert.That(origin.Why, Does.Contain(text));
        Assert.That(origin.Evidence.Single().Label, Is.EqualTo(text));
    }

    [Test]
    public void Keeps_being_listed_apart_from_the_kind_of_owner()
    {
        var origin = Classifier.Classify(By(new() { Name = "Kanal" }, new VideoPanel(VideoPanelKind.HealthSource, "Von einer anerkannten Einrichtung", null)));
        Assert.That((origin.Kind, origin.IsHealthSource, origin.IsInstitution), Is.EqualTo((ChannelKind.Unknown, true, false)));
    }

    [Test]
    public void Takes_a_funding_panel_for_a_fact_and_no_grade()
    {
        var broadcaster = Classifier.Classify(By(new() { Name = "Kanal" }, new VideoPanel(VideoPanelKind.PublisherFunding, "Kanal is a German public broadcast service.", null)));
        var funded = Classifier.Classify(By(new() { Name = "Kanal" }, new VideoPanel(VideoPanelKind.PublisherFunding, "Kanal is funded in whole or in part by a government.", null)));

        Assert.That(broadcaster.Kind, Is.EqualTo(ChannelKind.Newsroom));
        Assert.That(funded.Kind, Is.EqualTo(ChannelKind.Unknown));
        Assert.That(funded.Why, Does.Contain("funded in whole or in part").And.Contain("no grade"));
    }

    [Test]
    public void Finds_nothing_in_a_panel_about_the_topic()
        => Assert.That(Classifier.Classify(By(new() { Name = "Kanal" }, new VideoPanel(VideoPanelKind.TopicContext, "WHO", "https://www.who.int/"))).Evidence, Is.Empty);

    [TestCase("University of Bath", "https://www.bath.ac.uk/", ChannelKind.University)]
    [TestCase("Example Trust (NIAMS)", "https://www.niams.nih.gov/", ChannelKind.Unknown)]
    [TestCase("UCLA Health", "https://www.uclahealth.org/", ChannelKind.Hospital)]
    [TestCase("Centers for Disease Control and Prevention (CDC)", "https://www.cdc.gov/flu", ChannelKind.PublicBody)]
    [TestCase("Reuters", "https://www.reuters.com/", ChannelKind.Newsroom)]
    public void Takes_a_channels_own_site_of_its_name(string name, string address, ChannelKind kind)
    {
        var origin = Classifier.Classify(By(new() { Name = name, Links = [new(address, null)] }));
        Assert.That((origin.Kind, origin.Certainty is ChannelCertainty.Shown), Is.EqualTo((kind, kind is not ChannelKind.Unknown)));
    }

    [TestCase("Vaccine Truth", "https://www.cdc.gov/vaccines/")]
    [TestCase("Dr. John Stanford", "https://www.stanford.edu/")]
    [TestCase("Health Channel", "https://www.health.gov/")]
    [TestCase("Bath Time Stories", "https://www.bath.ac.uk/")]
    public void Does_not_take_a_link_to_an_institution_for_its_ownership(string name, string address)
    {
        var linked = Classifier.Classify(By(new() { Name = name, Links = [new(address, null)] }));
        var described = Classifier.Classify(new() { Channel = new() { Name = name }, Description = $"Source: {address}\nVisit our website: {address}" });
        Assert.That((linked.IsInstitution, described.IsInstitution), Is.EqualTo((false, false)));
    }

    [Test]
    public void Takes_the_site_that_a_description_calls_its_own()
    {
        var origin = Classifier.Classify(new() { Channel = new() { Name = "Cleveland Clinic Example" }, Description = "Visit us: https://my.clevelandclinic.org/" });
        Assert.That((origin.Kind, origin.Evidence.Single().Kind), Is.EqualTo((ChannelKind.Hospital, "link")));
    }

    [TestCase("Universität Musterstadt", ChannelKind.University)]
    [TestCase("Université de Nulle-Part", ChannelKind.University)]
    [TestCase("Hospital Universitario Ejemplo", ChannelKind.Hospital)]
    [TestCase("Example Department of Health", ChannelKind.PublicBody)]
    public void Takes_a_name_for_a_claim_and_no_more(string name, ChannelKind kind)
    {
        var origin = Classifier.Classify(By(new() { Name = name }));

        Assert.That((origin.Kind, origin.Certainty, origin.IsInstitution, origin.ClaimsInstitution), Is.EqualTo((kind, ChannelCertainty.Claimed, false, true)));
        Assert.That(origin.Why, Does.Contain("nothing on the page confirms it"));
    }

    [TestCase("Dr. Jane Example, MD")]
    [TestCase("Doctor Example")]
    [TestCase("Example University Fan Channel")]
    [TestCase("Medical Student Diaries")]
    [TestCase("Hospital Records")]
    [TestCase("")]
    [TestCase(null)]
    public void Leaves_unknown_what_nothing_tells(string? name)
    {
        var origin = Classifier.Classify(By(new() { Name = name }));
        Assert.That((origin.Kind, origin.Certainty), Is.EqualTo((ChannelKind.Unknown, ChannelCertainty.None)));
        Assert.That(origin.Why, Does.Contain("says nothing against it"));
    }

    [Test]
    public void Takes_the_first_of_several_owners_and_copes_with_none()
    {
        Assert.That(Classifier.Classify(new() { Collaborators = [new() { Handle = "@cnn" }, new() { Handle = "@bbcnews" }] }).Why, Does.Contain("CNN"));
        Assert.That(Classifier.Classify(new()).Kind, Is.EqualTo(ChannelKind.Unknown));
    }

    [Test]
    public void Answers_for_any_name_handle_link_and_panel()
        => Gen.Select(Gen.String, Gen.String, Gen.String, Gen.String, Gen.Enum<VideoPanelKind>()).Sample((name, handle, link, panel, kind) =>
        {
            var video = By(new() { Id = link, Name = name, Handle = handle, Links = [new(link, null), new($"https://{name}.ac.uk/", null)] }, new VideoPanel(kind, panel, null));
            Assert.That(Classifier.Classify(video).Why, Is.Not.Empty);
        });

    [Test]
    public void Recognises_every_channel_that_YouTube_listed_by_id_and_by_handle()
    {
        using var channels = JsonDocument.Parse(File.ReadAllBytes(SharedData.Find("youtube/health-source-channels.json")));

        foreach (var channel in channels.RootElement.EnumerateArray())
        {
            var byId = Classifier.Classify(By(new() { Id = channel.GetProperty("channelId").GetString() }));
            var byHandle = Classifier.Classify(By(new() { Handle = channel.GetProperty("handle").GetString() }));
            Assert.That((byId.IsHealthSource, byHandle.IsHealthSource, byId.Kind), Is.EqualTo((true, true, byHandle.Kind)), channel.GetProperty("name").GetString());
            Assert.That(byId.Kind, Is.Not.EqualTo(ChannelKind.Unknown), channel.GetProperty("name").GetString());
        }
    }

    private static YouTubeVideo By(VideoChannel channel, params VideoPanel[] panels) => new() { Channel = channel, Panels = panels };
}
