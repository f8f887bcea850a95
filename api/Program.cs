using CredScore.Api;

var app = WebApplication.CreateBuilder(args).AddCredScore().Build();
return await app.RunCredScoreAsync();
