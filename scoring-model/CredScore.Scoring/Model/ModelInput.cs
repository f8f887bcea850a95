namespace CredScore.Scoring.Model;

/// <summary>A feature as the model knows it.</summary>
/// <param name="Name">Name of a declared feature.</param>
/// <param name="CanBeUnknown">Whether it was unknown on any training page.</param>
/// <param name="Lowest">Lowest known value in training.</param>
/// <param name="Highest">Highest known value in training.</param>
public sealed record ModelInput(string Name, bool CanBeUnknown, float Lowest, float Highest)
{
    /// <summary>Whether it is a year. Those of training are long over: a newer page is judged by the newest norms that the model knows, and lies not outside.</summary>
    public bool IsYear { get; } = Name is "currency.newest_year" or "currency.newest_mark_year" or "markup.newest_year" or "markup.usual_year";

    private readonly bool _isOfMarkup = ModelFeatures.IsOfMarkup(Name);

    private readonly bool _carriesOver = ModelFeatures.CarriesOver(Name);

    /// <summary>Whether an unknown value was hidden by the page's form or language, so that it says nothing about the page.</summary>
    public bool IsHidden(bool isEnglish) => !CanBeUnknown || _isOfMarkup || (!isEnglish && !_carriesOver);
}
