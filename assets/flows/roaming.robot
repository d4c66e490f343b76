*** Settings ***
Documentation       Data abroad: the roaming tick of the inserted SIM, where it is, what it warns of; the embedded SIM.
Resource            steps.resource

*** Test Cases ***
Abroad The Inserted SIM Carries Data Once The Tick Is Set
    [Documentation]    faq:181
    [Tags]    R-ROAM-1    pcm-4.0    pcm-4.1    pcm-5.0
    Abroad With An Inserted Sim
    Expect State    registration    roaming
    Expect Data    none
    Expect Reason    roaming_off
    Do    roaming
    Expect Data    inserted

Abroad The Header Shows The Roaming Symbol
    [Tags]    R-ROAM-1    pcm-4.0    pcm-4.1    pcm-5.0
    Abroad With An Inserted Sim
    ${screen}=    Screen
    Should Contain    ${screen}    R LTE
    Network Is    home
    ${screen}=    Screen
    Should Not Contain    ${screen}    R LTE

PCM 4.0 Has The Roaming Tick Under SET PHONE
    [Documentation]    faq:183
    [Tags]    R-ROAM-2    pcm-4.0
    Country    IT
    Tap    PHONE > OPT > SET PHONE > Roaming
    Ok
    Expect Row    Roaming    on

PCM 4.1 Has The Roaming Tick In The Device Manager
    [Documentation]    faq:185; from which year on SET leads there is assumed.
    [Tags]    R-ROAM-3    pcm-4.1
    [Template]    The Roaming Tick Is At
    2018    DEVICES > Gestione dispositivi > Opzioni > Connessioni dati > Roaming
    2019    SET > Gestione dispositivi > Opzioni > Connessioni dati > Roaming

PCM 5.0 Has The Roaming Tick Under Mobile Data
    [Documentation]    faq:187
    [Tags]    R-ROAM-4    pcm-5.0
    Country    IT
    Tap    SET > Gestione dispositivi > Opzioni > Dati mobili > Roaming
    Ok
    Expect Row    Roaming    on

PCM 6.0 Roams By Itself And Has No Tick
    [Documentation]    faq:189
    [Tags]    R-ROAM-5    pcm-6.0
    Run Keyword And Expect Error    unknown menu entry*    Go    roaming
    Network Is    abroad    CH    LTE
    Expect State    embedded_registration    roaming
    Expect Data    embedded

Setting The Tick Asks For The Costs First
    [Documentation]    faq:191
    [Tags]    R-ROAM-6    pcm-4.0    pcm-4.1    pcm-5.0
    Country    IT
    Go    roaming
    Tap    roaming
    Expect Overlay    roaming_cost
    Expect State    roaming    off
    Ok
    Expect Row    roaming    on

The Question About The Costs Can Be Cancelled
    [Tags]    R-ROAM-6    pcm-4.0    pcm-4.1    pcm-5.0
    Country    IT
    Go    roaming
    Tap    roaming
    Cancel
    Expect Overlay    none
    Expect Row    roaming    off
    Expect State    roaming    off

The Embedded SIM Roams Without Tick And Without A Question
    [Documentation]    faq:225
    [Tags]    R-ROAM-7
    Network Is    abroad    CH    LTE    bars=4
    Expect State    embedded_registration    roaming
    Expect Data    embedded
    Expect Overlay    none

*** Keywords ***
The Roaming Tick Is At
    [Arguments]    ${year}    ${path}
    Year    ${year}
    Country    IT
    Tap    ${path}
    Ok
    Expect Row    roaming    on
