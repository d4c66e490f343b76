*** Settings ***
Documentation       What differs by country, and the wording of the menus.
Resource            steps.resource

*** Test Cases ***
The PCM Shows The Contact Of Its Country
    [Documentation]    faq:19-63
    [Tags]    R-CTY-1
    [Template]    The Contact Is
    IT    smartmobility@it.porsche.com
    DE    smartmobility@de.porsche.com
    AD    smartmobility@ad.porsche.com
    CN    connect@cn.porsche.com
    US    connect@porsche.us
    GI    smartmobility@porsche.co.uk

Any Other Country Gets The Hint To Ask The Dealer
    [Documentation]    faq:65
    [Tags]    R-CTY-1    R-DATA-8
    Language    en
    The Contact Is    ZZ    Please ask your Porsche dealer

The Country Decides About Embedded SIM And SIM Slot
    [Documentation]    Every cell of the table is assumed until a document confirms it.
    [Tags]    R-CTY-2    pcm-4.0    pcm-4.1    pcm-5.0
    Country    AD
    Expect Data    none
    Sim Insert    no_pin
    Expect Data    inserted
    Country    CN
    Expect Data    embedded
    Run Keyword And Expect Error    *no slot*    Sim Insert    no_pin

The Country Decides About Calls Over The SIM
    [Tags]    R-CTY-2    pcm-4.0    pcm-4.1    pcm-5.0
    Country    DE
    Sim Insert    no_pin
    Sim Call    out
    Expect State    call    dialling
    Country    US
    Sim Insert    no_pin
    Expect Refused    sim call out    needs_sim_calls

The Country Decides About Connect
    [Tags]    R-CTY-2
    Country    AL
    Expect Refused    do link    needs_connect
    Country    DE
    Link The Car

The Language Is Switched In The Menus While The PCM Runs
    [Documentation]    domain:3.1
    [Tags]    R-LANG-1
    [Template]    The Language Is Switched To
    it    Italiano
    en    English
    de    Deutsch
    fr    Français
    es    Español
    pt    Português

PCM 4.0 Has The Italian Words Of The Source
    [Documentation]    faq:195, faq:207
    [Tags]    R-LANG-1    pcm-4.0
    [Template]    The Italian Page Has
    APPS > OPT > Login Porsche Connect                               Login Porsche Connect
    PHONE > OPT > SET PHONE                                          Roaming
    PHONE > OPT > SET PHONE > Connessione dati > Connessioni dati    OFF
    PHONE > OPT > SET PHONE > Telefono > Scheda SIM                  Segna PIN

PCM 4.1 Has The Italian Words Of The Source
    [Documentation]    faq:197, faq:205
    [Tags]    R-LANG-1    pcm-4.1
    [Setup]    Year    2020
    [Template]    The Italian Page Has
    SET > Gestione dispositivi > Opzioni > Connessioni dati                       Roaming
    SET > Gestione dispositivi > Opzioni > Connessioni dati > Connessioni dati    OFF
    SET > Gestione dispositivi > Opzioni > Telefono > Scheda SIM                  Segna PIN

PCM 5.0 Has The Italian Words Of The Source
    [Documentation]    faq:187, faq:205
    [Tags]    R-LANG-1    pcm-5.0
    [Template]    The Italian Page Has
    SET > Impostazioni Porsche Connect                                  Impostazioni Porsche Connect
    SET > Gestione dispositivi > Opzioni > Dati mobili                  Roaming
    SET > Gestione dispositivi > Opzioni > Dati mobili > Dati mobili    OFF
    SET > Gestione dispositivi > Opzioni > Telefono > Scheda SIM        Segna PIN

PCM 6.0 Has The Italian Words Of The Source
    [Documentation]    faq:119, faq:201
    [Tags]    R-LANG-1    pcm-6.0
    [Template]    The Italian Page Has
    Impostazioni > Account                                                      Configura account
    Impostazioni > Privacy e impostazioni Porsche Connect > Modalità Privacy    Per tutti i servizi

Wording Without A Document Is Marked As Assumed
    [Documentation]    domain:3.2
    [Tags]    R-LANG-1
    Language    en
    Go    emergency_call
    ${told}=    Source    emergency_call
    Should Contain    ${told}    not documented

*** Keywords ***
The Contact Is
    [Arguments]    ${country}    ${contact}
    Country    ${country}
    Go    contact
    Expect Row    contact    text=${contact}

The Language Is Switched To
    [Arguments]    ${code}    ${name}
    Go    language_${code}
    Tap    language_${code}
    Expect State    language    ${code}
    Expect Row    language_${code}    chosen
    Expect Text    ${name}

The Italian Page Has
    [Arguments]    ${path}    ${words}
    Country    IT
    Language    it
    Tap    ${path}
    Screen Should Be    ${path}
    Expect Text    ${words}
